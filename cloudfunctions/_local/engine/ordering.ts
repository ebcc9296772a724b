import { compareValues } from './compare';
import { invalidParam } from './errors';
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

/** An array sorts by its least element ascending, by its greatest descending. */
function sortValue(doc: Doc, field: SortField): DocValue | undefined {
  let best: DocValue | undefined;
  let any = false;
  for (const value of valuesAt(doc, field.path)) {
    const candidates = Array.isArray(value) && value.length > 0 ? value : [value];
    for (const candidate of candidates) {
      if (!any || compareValues(candidate, best) * field.direction < 0) best = candidate;
      any = true;
    }
  }
  return best;
}

/** Sorts in place; documents that compare equal keep their order. */
export function sortDocs<T>(items: T[], docOf: (item: T) => Doc, sort: readonly SortField[]): T[] {
  const keyed = items.map((item) => ({ item, keys: sort.map((field) => sortValue(docOf(item), field)) }));
  keyed.sort((a, b) => {
    for (let i = 0; i < sort.length; i += 1) {
      const order = compareValues(a.keys[i], b.keys[i]) * (sort[i]?.direction ?? 1);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}
