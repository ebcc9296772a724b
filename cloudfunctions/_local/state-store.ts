import type { Database, RootDatabase } from 'lmdb';
import type { StateEntry, StateStore, StateWriter } from './wechat-side';

/** The durable key-value store of everything that is not the product's database, kept beside it in LMDB. */
export function openStateStore(root: RootDatabase): StateStore {
  return new LmdbStateStore(root, root.openDB<unknown, string>({ name: 'state', encoding: 'json' }), '');
}

/** A character after every other, for the end of a prefix range. */
const AFTER_ALL_TEXT = '\u{10ffff}';

class LmdbStateStore implements StateStore {
  private readonly writer: StateWriter = {
    get: <T>(key: string, fallback?: T) => this.get(key, fallback),
    put: (key, value) => this.database.putSync(this.prefix + key, value),
    delete: (key) => {
      this.database.removeSync(this.prefix + key);
    },
  };

  constructor(
    private readonly root: RootDatabase,
    private readonly database: Database<unknown, string>,
    private readonly prefix: string,
  ) {}

  get<T>(key: string, fallback?: T): T | undefined {
    return (this.database.get(this.prefix + key) as T | undefined) ?? fallback;
  }

  put(key: string, value: unknown): Promise<void> {
    return this.transaction((writer) => writer.put(key, value));
  }

  delete(key: string): Promise<void> {
    return this.transaction((writer) => writer.delete(key));
  }

  range<T>(
    prefix: string,
    options: { readonly reverse?: boolean; readonly limit?: number } = {},
  ): StateEntry<T>[] {
    const low = this.prefix + prefix;
    const high = low + AFTER_ALL_TEXT;
    const limit = options.limit === undefined ? {} : { limit: options.limit };
    const bounds =
      options.reverse === true
        ? { start: high, end: low, reverse: true, inclusiveEnd: true }
        : { start: low, end: high };
    return [...this.database.getRange({ ...bounds, ...limit })].map(({ key, value }) => ({
      key: key.slice(this.prefix.length),
      value: value as T,
    }));
  }

  async transaction<R>(change: (writer: StateWriter) => R): Promise<R> {
    return this.root.transactionSync(() => change(this.writer));
  }

  scoped(prefix: string): StateStore {
    return new LmdbStateStore(this.root, this.database, `${this.prefix}${prefix}/`);
  }
}
