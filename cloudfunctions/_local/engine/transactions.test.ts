import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RootDatabase } from 'lmdb';
import { DocumentDatabase } from './database';
import { LockedByTransaction } from './locks';
import { lmdbTables, openEnvironment } from './lmdb-tables';

/** What transactions do is in the conformance suite; here is what only time shows. */
describe('the time limit of a transaction', () => {
  const folder = mkdtempSync(join(tmpdir(), 'transactions-test-'));
  let root: RootDatabase;
  let database: DocumentDatabase;

  beforeAll(() => {
    root = openEnvironment(folder);
    database = new DocumentDatabase(lmdbTables(root), { environment: 'test', onFault: () => undefined });
    database.createCollection('accounts');
    jest.useFakeTimers();
  });
  afterAll(async () => {
    jest.useRealTimers();
    database.close();
    await root.close();
    rmSync(folder, { recursive: true });
  });

  it('is 30 seconds: then it is gone, with all it wrote and held', async () => {
    const transaction = database.transactions.begin(undefined);
    database.replaceById('accounts', 'a', { n: 1 }, transaction);
    let blocked: unknown;
    try {
      database.replaceById('accounts', 'a', { n: 2 });
    } catch (error) {
      blocked = error;
    }
    if (!(blocked instanceof LockedByTransaction)) throw new Error('not held back');
    jest.advanceTimersByTime(29_999);
    database.transactions.leave(database.transactions.enter(transaction.id, undefined));
    jest.advanceTimersByTime(1);
    await blocked.released;
    expect(() => database.transactions.enter(transaction.id, undefined)).toThrow(
      'transaction must be commit or abort in 30 seconds',
    );
    expect(() => database.transactions.commit(transaction.id)).toThrow('TransactionNotExist');
    database.replaceById('accounts', 'a', { n: 2 });
    expect(database.findById('accounts', 'a', undefined)).toContain('"2"');
  });
});
