import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RootDatabase } from 'lmdb';
import { DocumentDatabase } from '../engine/database';
import { lmdbTables, openEnvironment } from '../engine/lmdb-tables';
import type { Answer } from './envelope';
import { DatabaseActions } from './database-actions';

const folder = mkdtempSync(join(tmpdir(), 'database-actions-test-'));
let root: RootDatabase;
let actions: DatabaseActions;

beforeAll(() => {
  root = openEnvironment(folder);
  const database = new DocumentDatabase(lmdbTables(root), { environment: 'test', onFault: () => undefined });
  database.createCollection('items');
  actions = new DatabaseActions(database, Date.now, () => undefined);
});
afterAll(async () => {
  await root.close();
  rmSync(folder, { recursive: true });
});

const send = (action: string, sentAt: number, transactionId?: string): Promise<Answer> => {
  const body = { collectionName: 'items', queryType: 'DOC', query: '{"_id":"a"}', transactionId };
  return actions.answer(`database.${action}`, body, {
    invocation: undefined,
    functionName: undefined,
    sentAt,
  });
};

const begin = async (): Promise<string> => {
  const answer = await send('startTransaction', Date.now());
  if (answer.kind !== 'top') throw new Error('no transaction');
  return String(answer.fields.transactionId);
};

describe('operations of one transaction', () => {
  it('are parallel when the second was built before the first arrived, however late it comes itself', async () => {
    const id = await begin();
    for (let round = 0; round < 20; round += 1) {
      const built = Date.now();
      await send('getDocument', built, id);
      await expect(send('getDocument', built, id)).rejects.toThrow('TransactionBusy');
    }
  });

  it('follow each other when each was built after the answer to the one before', async () => {
    const id = await begin();
    for (let round = 0; round < 50; round += 1) await send('getDocument', Date.now(), id);
    await send('commitTransaction', Date.now(), id);
  });
});
