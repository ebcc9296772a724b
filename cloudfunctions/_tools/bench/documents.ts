import { readFileSync } from 'node:fs';
import { DataFolder } from '../../_local/data-folder';
import { DocumentDatabase } from '../../_local/engine/database';
import type { IndexDefinition } from '../../_local/engine/indexes';
import { lmdbTables, openEnvironment } from '../../_local/engine/lmdb-tables';
import type { Doc } from '../../_local/engine/values';

/** The collection that is read; a query by village, newest first, is what its index serves. */
export const READ = 'people';
/** The collection that is written to, with an index as well. */
export const WRITTEN = 'visits';
const INDEXES: readonly IndexDefinition[] = [
  { name: 'village', keys: { village: 1, at: -1 }, unique: false },
];

const VILLAGES = 500;
/** Documents in one call of the engine. */
const BATCH = 1000;

export const idOf = (number: number): string => `person-${String(number).padStart(9, '0')}`;
export const villageOf = (number: number): string => `village-${String(number % VILLAGES).padStart(4, '0')}`;

/** A document of the size of a household's. */
export const documentOf = (number: number): Doc => ({
  _id: idOf(number),
  village: villageOf(number),
  at: new Date(1_700_000_000_000 + number * 1000),
  name: `王${number}`,
  amountFen: 10_000 + (number % 90),
  open: number % 3 === 0,
  note: 'x'.repeat(120),
});

/** Fills a new data folder through the engine's own bulk insert and answers how many documents a second it took. */
export const fill = async (dataDir: string, count: number): Promise<number> => {
  const folder = DataFolder.openEmpty(dataDir);
  const root = openEnvironment(folder.database);
  const database = new DocumentDatabase(lmdbTables(root), { environment: '', onFault: () => undefined });
  database.createIndexes(READ, INDEXES);
  database.createIndexes(WRITTEN, INDEXES);
  const started = performance.now();
  for (let first = 0; first < count; first += BATCH) {
    database.insert(
      READ,
      Array.from({ length: BATCH }, (_, index) => documentOf(first + index)),
    );
  }
  const seconds = (performance.now() - started) / 1000;
  database.close();
  await root.close();
  folder.release();
  return count / seconds;
};

/** Anonymous memory of a process, its JavaScript heap included, in MB; undefined where the system does not tell. */
export const anonymousMb = (pid: number): number | undefined => {
  let status: string;
  try {
    status = readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return undefined;
  }
  const kilobytes = /RssAnon:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
};
