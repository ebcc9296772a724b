import { typeRank } from './compare';
import { type Demand, demandsOf, printDemand } from './demands';
import { type Index, type IndexField } from './indexes';
import { encodeValue, inverted, textPrefix, typeStart } from './keys';
import { type SortField } from './ordering';
import { type Doc, type DocValue } from './values';

/** How a query reads. What a plan reads holds every match; the matcher always runs afterwards. */
export type Plan = BoundPlan | UnionPlan | { readonly kind: 'scan' };

/** By ids, or by ranges of one index. */
type BoundPlan = IdsPlan | IndexPlan;

interface IdsPlan {
  readonly kind: 'ids';
  readonly ids: readonly DocValue[];
}

export interface IndexPlan {
  readonly kind: 'index';
  readonly index: Index;
  /** Disjoint, in the order of their keys. */
  readonly ranges: readonly KeyRange[];
  /** The documents come out in the wished order already. */
  readonly ordered: boolean;
  readonly reverse: boolean;
  /** What the ranges demand, in words. */
  readonly bounds: readonly string[];
}

/** Each branch of an `$or` by its own plan. */
interface UnionPlan {
  readonly kind: 'union';
  readonly plans: readonly (BoundPlan | UnionPlan)[];
}

export interface KeyRange {
  readonly start: Buffer;
  readonly end: Buffer;
}

interface Scored<P extends Plan> {
  readonly plan: P;
  /** 0 for a scan; more than that for a plan that narrows more. */
  readonly score: number;
}

/** More ranges than this are not worth an index. */
const MOST_RANGES = 500;

/** An index that only gives the order, and narrows nothing, scores this. */
const ORDER_SCORE = 4;

/** Chooses the way to read: `_id`, else the index that binds most fields, else an index for every `$or`, else all. */
export function planQuery(filter: Doc, sort: readonly SortField[], indexes: readonly Index[]): Plan {
  return choose(filter, sort, indexes, new Map()).plan;
}

function choose(
  filter: Doc,
  sort: readonly SortField[],
  indexes: readonly Index[],
  already: ReadonlyMap<string, Demand>,
): Scored<Plan> {
  const { fields, alternatives } = demandsOf(filter, already);
  const ids = fields.get('_id')?.equals;
  if (ids !== undefined) return { plan: { kind: 'ids', ids }, score: 1000 };
  let best: Scored<Plan> = { plan: { kind: 'scan' }, score: 0 };
  for (const index of indexes) {
    const candidate = planIndex(index, fields, sort);
    if (candidate !== undefined && candidate.score > best.score) best = candidate;
  }
  for (const branches of alternatives) {
    const candidate = planUnion(branches, indexes, fields);
    if (candidate !== undefined && candidate.score > best.score) best = candidate;
  }
  return best;
}

/** Serves an `$or` only when every branch narrows by itself, together with what the rest of the filter demands. */
function planUnion(
  branches: readonly Doc[],
  indexes: readonly Index[],
  already: ReadonlyMap<string, Demand>,
): Scored<UnionPlan> | undefined {
  const plans: (BoundPlan | UnionPlan)[] = [];
  let score = Infinity;
  for (const branch of branches) {
    const chosen = choose(branch, [], indexes, already);
    if (chosen.plan.kind === 'scan') return undefined;
    plans.push(chosen.plan);
    score = Math.min(score, chosen.score);
  }
  return { plan: { kind: 'union', plans }, score };
}

function planIndex(
  index: Index,
  demands: ReadonlyMap<string, Demand>,
  sort: readonly SortField[],
): Scored<IndexPlan> | undefined {
  let ranges: KeyRange[] = [{ start: Buffer.alloc(0), end: Buffer.alloc(0) }];
  const bounds: string[] = [];
  let equal = 0;
  let ranged = false;
  for (const field of index.fields) {
    const demand = demands.get(field.name);
    const parts = demand && partsOf(field, demand, index.multikey);
    if (demand === undefined || parts === undefined || parts.length * ranges.length > MOST_RANGES) break;
    ranges = ranges.flatMap((range) =>
      parts.map((part) => ({
        start: Buffer.concat([range.start, part.start]),
        end: Buffer.concat([range.end, part.end]),
      })),
    );
    bounds.push(printDemand(field.name, demand));
    // What follows a range in the key is not sorted by itself.
    ranged = demand.equals === undefined;
    if (ranged) break;
    equal += 1;
  }
  const direction = directionOf(index, demands, sort);
  if (equal === 0 && !ranged && direction === undefined) return undefined;
  const unique = index.definition.unique && equal === index.fields.length ? 100 : 0;
  return {
    plan: {
      kind: 'index',
      index,
      ranges: ranges.length < 2 ? ranges : inKeyOrder(ranges),
      ordered: direction !== undefined,
      reverse: direction === -1,
      bounds,
    },
    score: unique + equal * 10 + (ranged ? 5 : 0) + (direction === undefined ? 0 : ORDER_SCORE),
  };
}

/** Where values that fulfil a demand lie among the keys of one field; undefined when that is everywhere. */
function partsOf(field: IndexField, demand: Demand, multikey: boolean): KeyRange[] | undefined {
  const parts = ascendingParts(demand, multikey);
  if (!field.descending) return parts;
  return parts?.map(({ start, end }) => ({ start: inverted(end), end: inverted(start) }));
}

function ascendingParts(demand: Demand, multikey: boolean): KeyRange[] | undefined {
  if (demand.equals !== undefined) return demand.equals.map((value) => only(encodeValue(value)));
  if (demand.prefix !== undefined) {
    return [only(textPrefix(demand.prefix.text)), only(encodeValue(demand.prefix.regex))];
  }
  const { low } = demand;
  // Two elements of an array may satisfy the two bounds, so only one bound narrows then.
  const high = multikey && low !== undefined ? undefined : demand.high;
  const sample = low ?? high;
  if (sample === undefined) return undefined;
  if (low !== undefined && high !== undefined && typeRank(low) !== typeRank(high)) return undefined;
  return [
    {
      start: low === undefined ? typeStart(sample) : encodeValue(low),
      end: high === undefined ? typeStart(sample) : encodeValue(high),
    },
  ];
}

/** All keys that begin with these bytes. */
function only(bytes: Buffer): KeyRange {
  return { start: bytes, end: bytes };
}

function inKeyOrder(ranges: KeyRange[]): KeyRange[] {
  ranges.sort((a, b) => Buffer.compare(a.start, b.start));
  return ranges.filter((range, i) => i === 0 || !range.start.equals(ranges[i - 1]?.start ?? range.start));
}

/** 1 or -1 when reading the index (backwards) gives the sort order, whichever of its ranges are read. */
function directionOf(
  index: Index,
  demands: ReadonlyMap<string, Demand>,
  sort: readonly SortField[],
): 1 | -1 | undefined {
  if (index.multikey || index.inexact || sort.length === 0) return undefined;
  // A field that must equal one value is the same in all documents found, wherever it stands in the index.
  const fixed = new Set<string>();
  for (const { name } of index.fields) if (demands.get(name)?.equals?.length === 1) fixed.add(name);
  const open = index.fields.filter((field) => !fixed.has(field.name));
  let direction: 1 | -1 | undefined;
  let at = 0;
  for (const wanted of sort) {
    if (fixed.has(wanted.field)) continue;
    const field = open[at];
    at += 1;
    if (field?.name !== wanted.field) return undefined;
    const reading = (wanted.direction === -1) === field.descending ? 1 : -1;
    if (direction !== undefined && direction !== reading) return undefined;
    direction = reading;
  }
  return direction ?? 1;
}
