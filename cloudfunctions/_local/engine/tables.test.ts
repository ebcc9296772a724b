import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { RootDatabase } from 'lmdb';
import { inconsistencies } from './consistency';
import { DocumentDatabase } from './database';
import { lmdbTables, openEnvironment } from './lmdb-tables';
import { MemoryTables } from './memory-tables';
import type { Tables } from './tables';
import type { Transaction } from './transactions';
import type { Doc } from './values';

const folder = mkdtempSync(join(tmpdir(), 'tables-test-'));
let root: RootDatabase;

beforeAll(() => {
  root = openEnvironment(folder);
});
afterAll(async () => {
  await root.close();
  rmSync(folder, { recursive: true });
});

const id = fc.constantFrom<string | number>('a', 'b', 'c', 'ab', 1, 2);
const fields = fc.record({
  code: fc.constantFrom('x', 'y', 'z', null),
  rank: fc.oneof(fc.integer({ min: -2, max: 2 }), fc.constantFrom('1', 0.5)),
  tags: fc.array(fc.constantFrom('p', 'q'), { maxLength: 2 }),
});

/** What is asked of a database; `at` picks one of the open transactions, none when there is none. */
const command = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), id, fields, at: fc.nat(3) }),
  fc.record({ kind: fc.constant('replace' as const), id, fields, at: fc.nat(3) }),
  fc.record({ kind: fc.constant('remove' as const), id, at: fc.nat(3) }),
  fc.record({ kind: fc.constant('read' as const), id, at: fc.nat(3) }),
  fc.record({
    kind: fc.constant('find' as const),
    field: fc.constantFrom('code', 'rank', 'tags', '_id'),
    condition: fc.constantFrom<Doc>({ $gte: 0 }, { $lt: 1 }, { $in: ['x', 'p', 'a'] }, { $gt: 'a' }),
    down: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('begin' as const, 'commit' as const, 'abort' as const), at: fc.nat(2) }),
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

/** A database that is told commands one after another and says what came of each. */
class Told {
  private readonly database: DocumentDatabase;
  private open: Transaction[] = [];

  constructor(
    tables: Tables,
    private readonly collection: string,
  ) {
    this.database = new DocumentDatabase(tables, { environment: 'test', onFault: () => undefined });
    this.database.createIndexes(collection, [
      { name: 'code', keys: { code: 1 }, unique: true },
      { name: 'rank', keys: { rank: -1, code: 1 }, unique: false },
      { name: 'tags', keys: { tags: 1 }, unique: false },
    ]);
  }

  answer(asked: Command): unknown {
    try {
      return this.done(asked);
    } catch (error) {
      return String(error).replace(/[0-9a-f-]{36}/, 'id');
    }
  }

  end(): unknown {
    for (const transaction of this.open) this.database.transactions.abort(transaction.id);
    return this.database.find({ collection: this.collection, filter: {}, skip: 0, limit: 100 });
  }

  private done(asked: Command): unknown {
    const { database, collection } = this;
    const transaction = 'at' in asked ? this.open[asked.at] : undefined;
    switch (asked.kind) {
      case 'insert':
        return database.insert(collection, [{ _id: asked.id, ...asked.fields }], transaction);
      case 'replace':
        return database.replaceById(collection, asked.id, asked.fields, transaction);
      case 'remove':
        return database.removeById(collection, asked.id, transaction);
      case 'read':
        return database.findById(collection, asked.id, undefined, transaction);
      case 'find': {
        const order = { [asked.field]: asked.down ? -1 : 1 };
        const filter = { [asked.field]: asked.condition };
        return database.find({ collection, filter, order, skip: 0, limit: 10 });
      }
      case 'begin':
        if (this.open.length < 3) this.open.push(database.transactions.begin(undefined));
        return this.open.length;
      case 'commit':
      case 'abort':
        if (!transaction) return undefined;
        this.open = this.open.filter((other) => other !== transaction);
        database.transactions[asked.kind](transaction.id);
        return asked.kind;
    }
  }
}

describe('tables in memory', () => {
  it('answer as those in LMDB do: documents, order, conflicts, clashes of unique values, transactions', () => {
    let run = 0;
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 40 }), (commands) => {
        run += 1;
        const memory = new MemoryTables();
        const both = [lmdbTables(root), memory].map((tables) => new Told(tables, `c${String(run)}`));
        for (const asked of commands) {
          const [durable, fleeting] = both.map((told) => told.answer(asked));
          expect(fleeting).toEqual(durable);
        }
        const [durable, fleeting] = both.map((told) => told.end());
        expect(fleeting).toEqual(durable);
        expect(inconsistencies(memory)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('go their own way once copied', () => {
    const model = new MemoryTables();
    const first = new DocumentDatabase(model, { environment: 'test', onFault: () => undefined });
    first.createIndexes('items', [{ name: 'n', keys: { n: 1 }, unique: false }]);
    first.insert('items', [{ _id: 'a', n: 1 }]);
    const copy = new DocumentDatabase(new MemoryTables(model), {
      environment: 'test',
      onFault: () => undefined,
    });
    copy.replaceById('items', 'a', { n: 2 });
    copy.insert('items', [{ _id: 'b', n: 3 }]);
    expect(first.find({ collection: 'items', filter: { n: { $gte: 0 } }, skip: 0, limit: 10 })).toEqual([
      expect.stringContaining('"1"'),
    ]);
    expect(copy.count('items', { n: { $gte: 2 } })).toBe(2);
  });
});
