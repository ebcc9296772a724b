import { isOperatorDoc } from './matcher';
import { regexOf } from './regex';
import { type Doc, type DocValue, RegexValue, isDoc, printValue } from './values';

/** What a filter demands of one field, as far as keys can tell. Every value that matches fulfils it. */
export interface Demand {
  /** The field, or an element of it, equals one of these. */
  equals?: readonly DocValue[];
  /** Both bounds are inclusive here; the matcher drops what is only equal to an open bound. */
  low?: DocValue;
  high?: DocValue;
  /** The field, or an element of it, begins with this text or is the regular expression itself. */
  prefix?: { readonly text: string; readonly regex: RegexValue };
}

/** What a whole filter demands: all of `fields` and, of each list in `alternatives`, one filter. */
export interface Demands {
  readonly fields: Map<string, Demand>;
  readonly alternatives: (readonly Doc[])[];
}

/** Reads what the filter demands, on top of what is demanded already. */
export function demandsOf(filter: Doc, already: ReadonlyMap<string, Demand> = new Map()): Demands {
  const demands: Demands = { fields: new Map(already), alternatives: [] };
  collect(filter, demands);
  return demands;
}

function collect(filter: Doc, demands: Demands): void {
  for (const field of Object.keys(filter)) {
    const condition = filter[field] ?? null;
    if (!field.startsWith('$')) {
      demands.fields.set(field, narrowed(demands.fields.get(field), condition));
    } else if (Array.isArray(condition) && condition.every(isDoc)) {
      if (field === '$and') for (const branch of condition) collect(branch, demands);
      if (field === '$or') demands.alternatives.push(condition);
    }
  }
}

/** The first of several demands of a kind is kept: any of them finds all that match. */
function narrowed(before: Demand | undefined, condition: DocValue): Demand {
  const demand = { ...before };
  if (condition instanceof RegexValue) addPrefix(demand, condition);
  else if (!isOperatorDoc(condition)) addEquals(demand, [condition]);
  else {
    for (const operator of Object.keys(condition)) {
      addOperator(demand, operator, condition[operator] ?? null, condition);
    }
  }
  return demand;
}

function addOperator(demand: Demand, operator: string, operand: DocValue, siblings: Doc): void {
  if (operator === '$eq') addEquals(demand, [operand]);
  else if (operator === '$in' && Array.isArray(operand)) addEquals(demand, operand);
  else if (operator === '$all' && Array.isArray(operand)) addEquals(demand, operand.slice(0, 1));
  else if ((operator === '$gt' || operator === '$gte') && isRangeable(operand)) demand.low ??= operand;
  else if ((operator === '$lt' || operator === '$lte') && isRangeable(operand)) demand.high ??= operand;
  else if (operator === '$regex') addPrefix(demand, regexOf(operand, siblings.$options));
}

/** Embedded documents and arrays are not looked up: a key holds only their hash, whatever their numbers' types. */
function addEquals(demand: Demand, values: readonly DocValue[]): void {
  if (values.some((value) => Array.isArray(value) || value instanceof RegexValue || isDoc(value))) return;
  demand.equals ??= values;
}

function isRangeable(value: DocValue): boolean {
  return value !== null && !Number.isNaN(value) && (typeof value !== 'object' || value instanceof Date);
}

/** `/^abc/` without options reads as a range of strings that begin with abc. */
function addPrefix(demand: Demand, regex: RegexValue): void {
  const literal = /^\^([\w\u0080-\uffff:@/ -]+)/.exec(regex.pattern)?.[1];
  if (literal === undefined || regex.options !== '' || regex.pattern.includes('|')) return;
  const next = regex.pattern.charAt(literal.length + 1);
  // A quantifier after the last character makes that character optional.
  const certain = next !== '' && '*?{+'.includes(next) ? withoutLast(literal) : literal;
  if (certain !== '') demand.prefix ??= { text: certain, regex };
}

function withoutLast(text: string): string {
  return Array.from(text).slice(0, -1).join('');
}

/** A demand in words, for people who tune a query. */
export function printDemand(field: string, { equals, low, high, prefix }: Demand): string {
  if (equals?.length === 1) return `${field} = ${printValue(equals[0])}`;
  if (equals !== undefined) return `${field} in [${equals.map(printValue).join(', ')}]`;
  if (prefix !== undefined) return `${field} begins with ${printValue(prefix.text)}`;
  const bounds = [
    low === undefined ? '' : `from ${printValue(low)}`,
    high === undefined ? '' : `to ${printValue(high)}`,
  ];
  return `${field} ${bounds.filter((bound) => bound !== '').join(' ')}`;
}
