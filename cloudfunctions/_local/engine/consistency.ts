import { indexKeys } from './indexes';
import { Records } from './records';
import type { Tables } from './tables';

/**
 * What does not fit together in a database: a document that its id or an index does not lead to, an entry that leads
 * to no document or to one with another value. Empty when all is well.
 */
export function inconsistencies(tables: Tables): string[] {
  const records = new Records(tables, '');
  const found: string[] = [];
  for (const name of records.collectionNames()) {
    const collection = records.collection(name);
    let documents = 0;
    const expected = new Map(collection.indexes.map((index) => [index, new Set<string>()]));
    for (const { sequence, stored } of records.scan(collection)) {
      documents += 1;
      const { doc } = stored;
      if (records.sequenceOf(collection, doc._id ?? null) !== sequence) {
        found.push(`${name}: the id of document ${sequence} leads elsewhere`);
      }
      for (const [index, keys] of expected) {
        for (const { bytes } of indexKeys(index, doc)) keys.add(`${bytes.toString('hex')}/${sequence}`);
      }
    }
    if (documents !== records.idCount(collection)) {
      found.push(`${name}: ${documents} documents under ${records.idCount(collection)} ids`);
    }
    for (const [index, keys] of expected) {
      for (const { key, sequence } of records.entriesOf(collection, index)) {
        if (!keys.delete(`${key.toString('hex')}/${sequence}`)) {
          found.push(`${name}: index ${index.definition.name} leads to document ${sequence} without reason`);
        }
      }
      if (keys.size > 0) {
        found.push(`${name}: index ${index.definition.name} lacks ${keys.size} documents`);
      }
    }
  }
  return found;
}
