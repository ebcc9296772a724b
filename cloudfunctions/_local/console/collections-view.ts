import type { ConsoleParts } from './console-parts';
import type { CollectionsView } from './wire';

/** Every collection with its size and indexes, by name. */
export function collectionsView({ database }: ConsoleParts): CollectionsView {
  const collections = database.describeCollections().map(({ name, count, indexes }) => ({
    name,
    count,
    indexes: indexes.map(({ definition, fields, multikey }) => ({
      name: definition.name,
      unique: definition.unique,
      multikey,
      keys: fields.map(({ name: field, descending }) => ({
        field,
        direction: descending ? (-1 as const) : (1 as const),
      })),
    })),
  }));
  return { collections: collections.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}
