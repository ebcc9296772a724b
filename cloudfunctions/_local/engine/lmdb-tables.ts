import { type Database, type RootDatabase, open } from 'lmdb';
import { Stored } from './stored';
import type { KeySpan, StoredCollection, Table, Tables } from './tables';

/** Opens the database file in a folder. `noSync` because surviving a killed process is what is promised. */
export function openEnvironment(directory: string): RootDatabase {
  return open({ path: directory, noSync: true, overlappingSync: false, maxDbs: 16 });
}

/** One table in LMDB; values are kept as `write` makes them and read as `read` does. */
class LmdbTable<V, Raw> implements Table<V> {
  constructor(
    private readonly database: Database<Raw, Buffer>,
    private readonly read: (raw: Raw) => V,
    private readonly written: (value: V) => Raw,
  ) {}

  get(key: Buffer): V | undefined {
    const raw = this.database.get(key);
    return raw === undefined ? undefined : this.read(raw);
  }

  put(key: Buffer, value: V): void {
    this.database.putSync(key, this.written(value));
  }

  remove(key: Buffer): void {
    this.database.removeSync(key);
  }

  *range(span: KeySpan): Iterable<{ key: Buffer; value: V }> {
    for (const { key, value } of this.database.getRange(span)) yield { key, value: this.read(value) };
  }

  keys(span: KeySpan): Iterable<Buffer> {
    return this.database.getKeys(span);
  }

  countKeys(span: KeySpan): number {
    return this.database.getKeysCount(span);
  }
}

const asItIs = (bytes: Buffer): Buffer => bytes;

/**
 * The tables in LMDB. A committed write is in the operating system's page cache, so it survives the end of this process
 * by any signal; it is not flushed to the disk, so it may not survive a power cut.
 */
export function lmdbTables(root: RootDatabase): Tables {
  const documents = root.openDB<string, Buffer>({
    name: 'documents',
    keyEncoding: 'binary',
    encoding: 'string',
  });
  const bytesUnder = (name: string): Table<Buffer> =>
    new LmdbTable(
      root.openDB<Buffer, Buffer>({ name, keyEncoding: 'binary', encoding: 'binary' }),
      asItIs,
      asItIs,
    );
  const meta: Database<readonly StoredCollection[], string> = root.openDB({ name: 'meta', encoding: 'json' });
  return {
    documents: new LmdbTable<Stored, string>(
      documents,
      (text) => Stored.ofText(text),
      ({ text }) => text,
    ),
    ids: bytesUnder('ids'),
    entries: bytesUnder('entries'),
    layout: () => meta.get('collections') ?? [],
    keepLayout: (layout) => meta.putSync('collections', layout),
    write: (action) => root.transactionSync(action),
  };
}
