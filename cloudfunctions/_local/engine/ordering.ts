import { compareValues } from './compare';
import { invalidParam, requestFailed } from './errors';
import { type Path, splitPath, valuesAt } from './paths';
import { type Doc, type DocValue } from './values';

/** One field of a sort order. */
export interface SortField {
  readonly field: string;
  readonly path: Path;
  readonly direction: 1 | -1;
}

/** Reads `{ field: 1, other: -1 }`. */
export function readSort(order: Doc): SortField[] {
  return Object.entries(order).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) {
      throw invalidParam(`The order of "${field}" must be 1 or -1.`);
    }
    return { field, path: splitPath(field), direction };
  });
}

/** What an empty array sorts as: before null and before a missing field. */
const EMPTY = Symbol('empty array');

type SortKey = DocValue | undefined | typeof EMPTY;

function compareKeys(a: SortKey, b: SortKey): number {
  if (a === EMPTY || b === EMPTY) return Number(b === EMPTY) - Number(a === EMPTY);
  return compareValues(a, b);
}

/** The keys of a document; an array sorts by its least element ascending, by its greatest descending. */
function sortKeys(doc: Doc, sort: readonly SortField[]): SortKey[] {
  let arrayRoot: string | undefined;
  return sort.map(({ path, direction }) => {
    const reached = valuesAt(doc, path);
    const only = reached[0];
    if (reached.length === 1 && !Array.isArray(only)) return only;
    if (arrayRoot !== undefined && arrayRoot !== path[0]) {
      throw requestFailed('cannot sort with keys that are parallel arrays');
    }
    arrayRoot = path[0];
    const candidates = reached.flatMap((value): SortKey[] => {
      if (!Array.isArray(value)) return [value];
      return value.length === 0 ? [EMPTY] : value;
    });
    if (candidates.length === 0) return undefined;
    return candidates.reduce((best, key) => (compareKeys(key, best) * direction < 0 ? key : best));
  });
}

/** Sorts in place; documents that compare equal keep their order. */
export function sortDocs<T>(items: T[], docOf: (item: T) => Doc, sort: readonly SortField[]): T[] {
  const keyed = items.map((item) => ({ item, keys: sortKeys(docOf(item), sort) }));
  keyed.sort((a, b) => {
    for (let i = 0; i < sort.length; i += 1) {
      const order = compareKeys(a.keys[i], b.keys[i]) * (sort[i]?.direction ?? 1);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}

/** A copy in the order of a number; what compares equal keeps its order. */
export function sortBy<T>(items: readonly T[], keyOf: (item: T) => number): T[] {
  return items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
