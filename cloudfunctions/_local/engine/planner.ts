import { typeRank } from './compare';
import { type Index, type IndexField } from './indexes';
import { encodeValue, inverted, textPrefix, typeStart } from './keys';
import { isOperatorDoc, regexOf } from './matcher';
import { type SortField } from './ordering';
import { type Doc, type DocValue, RegexValue, isDoc } from './values';

/** How a query reads: by ids, by ranges of one index, or all documents. The matcher always runs afterwards. */
export type Plan =
  | { readonly kind: 'ids'; readonly ids: readonly DocValue[] }
  | {
      readonly kind: 'index';
      readonly index: Index;
      readonly ranges: readonly KeyRange[];
      /** The documents come out in the wished order already. */
      readonly ordered: boolean;
      readonly reverse: boolean;
    }
  | { readonly kind: 'scan' };

export interface KeyRange {
  readonly start: Buffer;
  readonly end: Buffer;
}

/** What the filter's conjunction demands of one field, as far as an index can use it. */
interface Demand {
  equals?: readonly DocValue[];
  low?: DocValue;
  high?: DocValue;
  prefix?: string;
}

/** More ranges than this are not worth an index. */
const MOST_RANGES = 500;

/** Chooses the way to read: `_id`, else the index that binds most fields, else a scan. */
export function planQuery(filter: Doc, sort: readonly SortField[], indexes: readonly Index[]): Plan {
  const demands = new Map<string, Demand>();
  collectDemands(filter, demands);
  const ids = demands.get('_id')?.equals;
  if (ids !== undefined) return { kind: 'ids', ids };
  let best: { plan: Plan; score: number } = { plan: { kind: 'scan' }, score: 0 };
  for (const index of indexes) {
    const candidate = planIndex(index, demands, sort);
    if (candidate !== undefined && candidate.score > best.score) best = candidate;
  }
  return best.plan;
}

function collectDemands(filter: Doc, demands: Map<string, Demand>): void {
  for (const field of Object.keys(filter)) {
    const condition = filter[field] ?? null;
    if (field === '$and' && Array.isArray(condition)) {
      for (const branch of condition) if (isDoc(branch)) collectDemands(branch, demands);
    } else if (!field.startsWith('$')) {
      const demand = demands.get(field) ?? {};
      addDemand(demand, condition);
      demands.set(field, demand);
    }
  }
}

function addDemand(demand: Demand, condition: DocValue): void {
  if (condition instanceof RegexValue) {
    addPrefix(demand, condition);
    return;
  }
  if (!isOperatorDoc(condition)) {
    addEquals(demand, [condition]);
    return;
  }
  for (const operator of Object.keys(condition)) {
    const operand = condition[operator] ?? null;
    if (operator === '$eq') addEquals(demand, [operand]);
    else if (operator === '$in' && Array.isArray(operand)) addEquals(demand, operand);
    else if ((operator === '$gt' || operator === '$gte') && isRangeable(operand)) demand.low ??= operand;
    else if ((operator === '$lt' || operator === '$lte') && isRangeable(operand)) demand.high ??= operand;
    else if (operator === '$regex') addPrefix(demand, regexOf(operand, condition.$options));
  }
}

function addEquals(demand: Demand, values: readonly DocValue[]): void {
  if (values.some((value) => Array.isArray(value) || value instanceof RegexValue)) return;
  demand.equals ??= values;
}

function isRangeable(value: DocValue): boolean {
  return value !== null && (typeof value !== 'object' || value instanceof Date);
}

/** `/^abc/` without options reads as a range of strings that begin with abc. */
function addPrefix(demand: Demand, regex: RegexValue): void {
  const literal = /^\^([\w\u0080-\uffff:@/ -]+)/.exec(regex.pattern);
  const text = literal?.[1];
  if (text === undefined || regex.options !== '' || regex.pattern.includes('|')) return;
  // A quantifier after the last character makes that character optional.
  const next = regex.pattern[text.length + 1] ?? '';
  const certain = '*?{+'.includes(next) && next !== '' ? text.slice(0, -1) : text;
  if (certain !== '') demand.prefix ??= certain;
}

function planIndex(
  index: Index,
  demands: ReadonlyMap<string, Demand>,
  sort: readonly SortField[],
): { plan: Plan; score: number } | undefined {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let bound = 0;
  let ranged = false;
  let ranges: KeyRange[] | undefined;
  for (const field of index.fields) {
    const demand = demands.get(field.name);
    if (demand === undefined) break;
    const values = demand.equals;
    if (values !== undefined && values.length * prefixes.length <= MOST_RANGES) {
      prefixes = prefixes.flatMap((prefix) =>
        values.map((value) => Buffer.concat([prefix, fieldBytes(field, encodeValue(value))])),
      );
      bound += 1;
      continue;
    }
    const range = rangeOf(field, demand, index.multikey);
    if (range !== undefined) {
      ranges = prefixes.map((prefix) => ({
        start: Buffer.concat([prefix, range.start]),
        end: Buffer.concat([prefix, range.end]),
      }));
      ranged = true;
    }
    break;
  }
  ranges ??= prefixes.map((prefix) => ({ start: prefix, end: prefix }));
  const order = ranges.length === 1 ? orderFrom(index, bound, demands, sort) : undefined;
  if (bound === 0 && !ranged && order === undefined) return undefined;
  const unique = index.definition.unique && bound === index.fields.length ? 100 : 0;
  return {
    plan: {
      kind: 'index',
      index,
      ranges: distinct(ranges),
      ordered: order !== undefined,
      reverse: order === -1,
    },
    score: unique + bound * 10 + (ranged ? 5 : 0) + (order === undefined ? 0 : 4),
  };
}

function fieldBytes(field: IndexField, bytes: Buffer): Buffer {
  return field.descending ? inverted(bytes) : bytes;
}

function distinct(ranges: readonly KeyRange[]): KeyRange[] {
  const seen = new Map<string, KeyRange>();
  for (const range of ranges) seen.set(`${range.start.toString('hex')}-${range.end.toString('hex')}`, range);
  return [...seen.values()];
}

/** Bounds are inclusive here; the matcher drops what is only equal to an open bound. */
function rangeOf(field: IndexField, demand: Demand, multikey: boolean): KeyRange | undefined {
  let low: Buffer | undefined;
  let high: Buffer | undefined;
  if (demand.prefix !== undefined) {
    low = textPrefix(demand.prefix);
    high = low;
  } else {
    const { low: from } = demand;
    // Two elements of an array may satisfy the two bounds, so only one bound narrows then.
    const to = multikey && from !== undefined ? undefined : demand.high;
    const sample = from ?? to;
    if (sample === undefined) return undefined;
    if (from !== undefined && to !== undefined && typeRank(from) !== typeRank(to)) return undefined;
    low = from === undefined ? typeStart(sample) : encodeValue(from);
    high = to === undefined ? typeStart(sample) : encodeValue(to);
  }
  return field.descending ? { start: inverted(high), end: inverted(low) } : { start: low, end: high };
}

/** 1 or -1 when reading the index (backwards) after `bound` equal fields gives the sort order. */
function orderFrom(
  index: Index,
  bound: number,
  demands: ReadonlyMap<string, Demand>,
  sort: readonly SortField[],
): 1 | -1 | undefined {
  if (index.multikey || index.inexact || sort.length === 0) return undefined;
  const open = sort.filter((wanted) => {
    const position = index.fields.findIndex((field) => field.name === wanted.field);
    return position < 0 || position >= bound || demands.get(wanted.field)?.equals?.length !== 1;
  });
  let direction: 1 | -1 | undefined;
  for (let i = 0; i < open.length; i += 1) {
    const wanted = open[i];
    const field = index.fields[bound + i];
    if (wanted === undefined || field === undefined || field.name !== wanted.field) return undefined;
    const reading = (wanted.direction === -1) === field.descending ? 1 : -1;
    if (direction !== undefined && direction !== reading) return undefined;
    direction = reading;
  }
  return direction ?? 1;
}
