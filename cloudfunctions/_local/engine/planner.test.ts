import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { RootDatabase } from 'lmdb';
import { DocumentDatabase, type FindRequest } from './database';
import { equalValues } from './compare';
import { CloudError } from './errors';
import type { IndexDefinition } from './indexes';
import { readSort, sortDocs } from './ordering';
import { lmdbTables, openEnvironment } from './lmdb-tables';
import { parseStored } from './stored';
import { type Doc, type DocValue, ObjectIdValue, RegexValue } from './values';

const folder = mkdtempSync(join(tmpdir(), 'planner-test-'));
let root: RootDatabase;
let database: DocumentDatabase;

beforeAll(() => {
  root = openEnvironment(folder);
  database = new DocumentDatabase(lmdbTables(root), { environment: 'test', onFault: () => undefined });
  database.createCollection('plain');
});
afterAll(async () => {
  database.close();
  await root.close();
  rmSync(folder, { recursive: true });
});

const LONG = '保'.repeat(100);

const scalar: fc.Arbitrary<DocValue> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -2, max: 3 }) },
  { weight: 4, arbitrary: fc.constantFrom('', 'a', 'ab', 'abc', 'b', '\0', '保', '😀', '😀x') },
  fc.constantFrom(null, true, false, 0.5, -0, NaN, Infinity, 9007199254740993n, -9007199254740993n),
  fc.constantFrom(`${LONG}1`, `${LONG}2`),
  fc.constantFrom(new Date(0), new Date(1), new ObjectIdValue('5f5f5f5f5f5f5f5f5f5f5f5f')),
  fc.constant(new RegexValue('^a', '')),
);
const embedded: fc.Arbitrary<Doc> = fc.record({ b: scalar, c: scalar }, { requiredKeys: [] });
const value: fc.Arbitrary<DocValue> = fc.oneof({ weight: 6, arbitrary: scalar }, embedded);
const array: fc.Arbitrary<DocValue> = fc.array(
  fc.oneof({ weight: 5, arbitrary: value }, fc.array(scalar, { maxLength: 2 })),
  { maxLength: 3 },
);

/** Arrays only in p and a, which no index joins: MongoDB refuses two arrays in one index. */
const document: fc.Arbitrary<Doc> = fc.record(
  {
    p: fc.oneof(value, array, fc.array(fc.integer({ min: -2, max: 3 }), { maxLength: 3 })),
    q: value,
    r: value,
    a: fc.oneof(embedded, fc.array(fc.oneof(embedded, scalar), { maxLength: 3 }), scalar),
  },
  { requiredKeys: [] },
);

const INDEXES: readonly IndexDefinition[] = [
  { name: 'p', keys: { p: 1 }, unique: false },
  { name: 'p_q', keys: { p: 1, q: -1 }, unique: false },
  { name: 'q_r', keys: { q: 1, r: 1 }, unique: false },
  { name: 'q_p_r', keys: { q: -1, p: 1, r: -1 }, unique: false },
  { name: 'r', keys: { r: -1 }, unique: false },
  { name: 'ab', keys: { 'a.b': 1 }, unique: false },
  { name: 'r_ab_ac', keys: { r: 1, 'a.b': 1, 'a.c': -1 }, unique: false },
];

const pattern = fc.constantFrom('^a', '^ab', '^ab?', '^a*b', '^保', '^😀', '^😀?', 'b', '^a|b');
const condition: fc.Arbitrary<DocValue> = fc.oneof(
  { weight: 3, arbitrary: value },
  fc.record({ $eq: value }),
  fc.record({ $in: fc.array(value, { maxLength: 3 }) }),
  fc.record({ $gt: scalar }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $lte: scalar }),
  // No single element need lie between the bounds: one may be above the lower, another below the upper.
  { weight: 3, arbitrary: fc.record({ $gt: fc.constantFrom(-1, 0, 1), $lt: fc.constantFrom(1, 2) }) },
  fc.record({ $ne: value }),
  fc.record({ $all: fc.array(value, { maxLength: 2 }) }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $elemMatch: fc.record({ $gte: scalar, $lt: scalar }) }),
  fc.record({ $not: fc.record({ $gt: scalar }) }),
  fc.record({ $regex: pattern }),
  pattern.map((text) => new RegexValue(text, '')),
);
const field = fc.constantFrom('p', 'q', 'r', 'a.b', 'a.c', '_id');
const simple: fc.Arbitrary<Doc> = fc
  .array(fc.tuple(field, condition), { maxLength: 3 })
  .map((entries): Doc => Object.fromEntries(entries));
const branches = fc.array(simple, { minLength: 1, maxLength: 3 });
const filter: fc.Arbitrary<Doc> = fc.oneof(
  { weight: 3, arbitrary: simple },
  fc.tuple(simple, branches).map(([outer, $or]): Doc => ({ ...outer, $or })),
  branches.map(($and): Doc => ({ $and })),
  fc.tuple(branches, branches).map(([$or, inner]): Doc => ({ $or: [...$or, { $or: inner }] })),
);
const direction = fc.constantFrom(1 as const, -1 as const);
const order: fc.Arbitrary<Doc> = fc
  .array(fc.tuple(field, direction), { maxLength: 3 })
  .map((entries): Doc => Object.fromEntries(entries));

/** What a query answers: documents or the words of the refusal. */
function answer(request: FindRequest): Doc[] | string {
  try {
    return database.find(request).map(parseStored);
  } catch (error) {
    if (error instanceof CloudError) return error.message;
    throw error;
  }
}

const ids = (docs: readonly Doc[]): DocValue[] => docs.map((doc) => doc._id ?? null);

/** True when the order leaves open which of two documents comes first. */
function areTied(order: Doc, a: Doc, b: Doc): boolean {
  const sort = readSort(order);
  const [first] = sortDocs([a, b], (doc) => doc, sort);
  const [second] = sortDocs([b, a], (doc) => doc, sort);
  return first === a && second === b;
}

/** Ids of which most collections have none, so that they are in the order of their keys. */
const strangeId: fc.Arbitrary<DocValue> = fc.oneof(
  fc.constantFrom(1, 2.5, 9007199254740993n, new Date(5)),
  fc.nat(9).map((b): Doc => ({ b })),
);

let round = 0;

describe('the planner', () => {
  it('changes nothing that a query answers, whatever the documents, the indexes and the query', () => {
    const plans = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(document, { minLength: 3, maxLength: 14 }),
        fc.subarray([...INDEXES], { minLength: 1 }),
        fc.uniqueArray(fc.oneof({ weight: 2, arbitrary: fc.string({ maxLength: 2 }) }, strangeId), {
          minLength: 14,
          maxLength: 14,
          comparator: (a, b) => equalValues(a, b),
        }),
        fc.array(fc.record({ filter, order, skip: fc.nat(3), limit: fc.constantFrom(2, 5, 100) }), {
          minLength: 6,
          maxLength: 6,
        }),
        (documents, indexes, names, queries) => {
          round += 1;
          const indexed = `indexed${round}`;
          database.createIndexes(indexed, indexes);
          const docs = documents.map((doc, i): Doc => ({ _id: names[i] ?? i, ...doc }));
          database.remove('plain', {}, true);
          database.insert('plain', docs);
          database.insert(indexed, docs);
          for (const query of queries) {
            const everything = answer({ ...query, collection: 'plain', skip: 0, limit: 100 });
            const found = answer({ ...query, collection: indexed });
            if (typeof everything === 'string' || typeof found === 'string') {
              expect(found).toEqual(everything);
              continue;
            }
            plans.add(database.explain({ ...query, collection: indexed }).explanation.plan);
            const { skip, limit } = query;
            expect(found).toHaveLength(everything.slice(skip, skip + limit).length);
            expect(new Set(ids(found)).size).toBe(found.length);
            expect(ids(everything)).toEqual(expect.arrayContaining(ids(found)));
            found.forEach((doc, i) => {
              const expected = everything[skip + i] ?? {};
              expect(areTied(query.order, doc, expected)).toBe(true);
            });
          }
        },
      ),
      { numRuns: 150 },
    );
    expect([...plans].sort()).toEqual(['ids', 'index', 'scan', 'union']);
  });
});
