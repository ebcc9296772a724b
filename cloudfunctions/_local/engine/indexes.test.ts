import type { IndexDefinition } from './indexes';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { LocalCloud } from '../local-cloud';
import { startTestCloud } from '../testing';
import { type SdkDatabase, connectDatabase, refusalOf } from '../testing-sdk';
import { compareValues } from './compare';
import { encodeValue } from './keys';
import type { DocValue } from './values';

let cloud: LocalCloud;
let db: SdkDatabase;

beforeAll(async () => {
  cloud = await startTestCloud();
  db = connectDatabase(cloud);
});

afterAll(() => cloud.close());

describe('unique indexes', () => {
  beforeAll(() => {
    cloud.createIndexes('members', [
      { name: 'phone', keys: { phone: 1 }, unique: true },
      { name: 'region_code', keys: { region: 1, code: 1 }, unique: true },
    ]);
  });

  const members = () => db.collection('members');

  it('refuse a second holder of a value, by any way of writing', async () => {
    await members().add({ _id: 'a', phone: '138', region: 'x', code: 1 });
    await members().add({ _id: 'b', phone: '139', region: 'x', code: 2 });
    const attempts = [
      members().add({ phone: '138', region: 'y', code: 1 }),
      members().doc('b').update({ phone: '138' }),
      members().doc('c').set({ phone: '138', region: 'y', code: 1 }),
      members().where({ code: 2 }).update({ code: 1 }),
    ];
    for (const attempt of attempts) {
      const { code, message } = await refusalOf(attempt);
      expect(code).toBe('DATABASE_DUPLICATE_WRITE');
      expect(message).toContain('E11000 duplicate key error collection');
    }
    expect(await members().count()).toMatchObject({ total: 2 });
  });

  it('tell which index and value clashed', async () => {
    const { message } = await refusalOf(members().add({ phone: '1', region: 'x', code: 1 }));
    expect(message).toContain('index: region_code dup key: { region: "x", code: 1 }');
  });

  it('take a missing field for null', async () => {
    await members().add({ _id: 'n', region: 'n', code: 1 });
    const { message } = await refusalOf(members().add({ region: 'n', code: 2 }));
    expect(message).toContain('dup key: { phone: null }');
  });

  it('let a value go with its holder', async () => {
    await members().add({ _id: 'leaving', phone: '150', region: 'l', code: 1 });
    await members().doc('leaving').remove();
    await members().add({ _id: 'coming', phone: '150', region: 'l', code: 1 });
    await members().doc('coming').update({ phone: '151' });
    await members().add({ _id: 'third', phone: '150', region: 'l', code: 2 });
  });

  it('tell long values apart that begin alike', async () => {
    const long = '保'.repeat(300);
    await members().add({ phone: `${long}1`, region: 'long', code: 1 });
    await members().add({ phone: `${long}2`, region: 'long', code: 2 });
    await refusalOf(members().add({ phone: `${long}2`, region: 'long', code: 3 }));
  });

  it('are not built over documents that already clash', async () => {
    await db.createCollection('clashing');
    await db.collection('clashing').add([{ v: 1 }, { v: 1 }]);
    const unique = [{ name: 'v', keys: { v: 1 } as const, unique: true }];
    expect(() => cloud.createIndexes('clashing', unique)).toThrow('E11000');
    await db.collection('clashing').add({ v: 1 });
  });

  it('watch the elements of arrays', async () => {
    cloud.createIndexes('cards', [{ name: 'codes', keys: { codes: 1 }, unique: true }]);
    await db.collection('cards').add({ codes: ['a', 'b'] });
    await refusalOf(db.collection('cards').add({ codes: ['c', 'b'] }));
    await db.collection('cards').add({ codes: ['c'] });
  });
});

describe('an index', () => {
  it('remembers over a restart that it holds arrays', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'indexes-test-'));
    const definitions = [{ name: 'codes', keys: { codes: 1 } as const, unique: true }];
    const before = await startTestCloud({ dataDir });
    before.createIndexes('boxes', definitions);
    // No single element lies between 3 and 5, but one is above 3 and another below 5.
    await connectDatabase(before)
      .collection('boxes')
      .add({ _id: 'x', codes: [1, 9] });
    await before.close();
    const after = await startTestCloud({ dataDir });
    after.createIndexes('boxes', definitions);
    const between = { codes: db.command.gt(3).and(db.command.lt(5)) };
    expect(await connectDatabase(after).collection('boxes').where(between).count()).toMatchObject({
      total: 1,
    });
    await after.close();
    await rm(dataDir, { recursive: true });
  });
});

describe('keys', () => {
  const scalar: fc.Arbitrary<DocValue> = fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.double(),
    fc.integer(),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.date({ noInvalidDate: true }),
  );

  it('sort as MongoDB sorts values', () => {
    fc.assert(
      fc.property(scalar, scalar, (a, b) => {
        const order = Buffer.compare(encodeValue(a), encodeValue(b));
        expect(Math.sign(order)).toBe(Math.sign(compareValues(a, b)));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the planner', () => {
  const value = fc.oneof(
    fc.integer({ min: -2, max: 3 }),
    fc.constantFrom('', 'a', 'ab', 'b', 'ba'),
    fc.constant(null),
    fc.boolean(),
  );
  const fieldValue = fc.oneof(
    { weight: 4, arbitrary: value },
    { weight: 1, arbitrary: fc.array(value, { maxLength: 3 }) },
  );
  const doc = fc.record({ p: fieldValue, q: value, r: value }, { requiredKeys: [] });
  const condition = fc.oneof(
    value,
    fc.record({ $in: fc.array(value, { maxLength: 3 }) }),
    fc.record({ $gt: value }),
    fc.record({ $gte: value, $lt: value }),
    fc.record({ $lte: value }),
    fc.constant({ $regex: '^a' }),
    fc.constant({ $regex: '^ab?' }),
  );
  const filter = fc.record({ p: condition, q: condition, r: condition }, { requiredKeys: [] });
  const direction = fc.constantFrom('asc' as const, 'desc' as const);
  const order = fc.array(fc.tuple(fc.constantFrom('p', 'q', 'r'), direction), { maxLength: 2 });

  it('finds the same documents with and without indexes', async () => {
    await db.createCollection('plain');
    const definitions: IndexDefinition[] = [
      { name: 'p_q', keys: { p: 1, q: -1 }, unique: false },
      { name: 'q_r', keys: { q: 1, r: 1 }, unique: false },
      { name: 'r', keys: { r: -1 }, unique: false },
    ];
    cloud.createIndexes('indexed', definitions);
    await fc.assert(
      fc.asyncProperty(
        fc.array(doc, { minLength: 4, maxLength: 14 }),
        filter,
        order,
        async (docs, where, sort) => {
          const stored = docs.map((fields, i) => ({ _id: `d${i}`, ...fields }));
          const found: unknown[] = [];
          for (const name of ['plain', 'indexed']) {
            await db.collection(name).where({}).remove();
            await db.collection(name).add(stored);
            let query = db.collection(name).where(where);
            for (const [field, way] of sort) query = query.orderBy(field, way);
            const { data } = await query.get();
            found.push(
              sort.length === 0
                ? data.map(({ _id }) => _id).sort()
                : data.map((one) => sort.map(([field, way]) => sortKey(one[field] as DocValue, way))),
            );
          }
          expect(found[1]).toEqual(found[0]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Which element an array sorts by; documents of equal keys may come in any order. */
function sortKey(value: DocValue | undefined, way: 'asc' | 'desc'): DocValue {
  if (!Array.isArray(value)) return value ?? null;
  const elements = [...value].sort(compareValues);
  return elements.at(way === 'asc' ? 0 : -1) ?? 'empty';
}

describe('a query that scans', () => {
  it('is reported when it looks at more than 1,000 documents, and not when an index serves it', async () => {
    cloud.createIndexes('crowd', [{ name: 'n', keys: { n: 1 }, unique: false }]);
    await db.collection('crowd').add(Array.from({ length: 1200 }, (_item, n) => ({ n, m: n })));
    const before = cloud.faults().length;
    await db.collection('crowd').where({ n: 700 }).get();
    await db.collection('crowd').orderBy('n', 'desc').limit(5).get();
    expect(cloud.faults()).toHaveLength(before);
    await db.collection('crowd').where({ m: 700 }).get();
    expect(cloud.faults().slice(before)).toEqual([
      { kind: 'scan', message: 'crowd: 1200 documents scanned for the fields m' },
    ]);
  });
});
