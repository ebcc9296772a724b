import type { Workshop } from '../../_core/operation';

/** What colleagues are called, by their ids. */
export type Names = ReadonlyMap<string, string>;

/** The names behind ids of staff, in one read; whoever is no longer known is missing. */
export const namesOf = async (
  { read }: Pick<Workshop, 'read'>,
  ids: readonly (string | null)[],
): Promise<Names> => {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const staff = await read.staff.find({ where: { id: { in: known } }, limit: known.length });
  return new Map(staff.map((one) => [one.id, one.name]));
};

/** The name behind an id; null for nobody, and for one who is no longer known. */
export const nameIn = (names: Names, id: string | null): string | null =>
  id === null ? null : (names.get(id) ?? null);
