import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { LocalCloud } from '../local-cloud';
import { startTestCloud } from '../testing';
import { type SdkDatabase, connectDatabase } from '../testing-sdk';
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
  it('are not built over documents that already clash', async () => {
    await db.createCollection('clashing');
    await db.collection('clashing').add([{ v: 1 }, { v: 1 }]);
    const unique = [{ name: 'v', keys: { v: 1 } as const, unique: true }];
    expect(() => cloud.createIndexes('clashing', unique)).toThrow('E11000');
    await db.collection('clashing').add({ v: 1 });
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

  it('is one of twenty at most', () => {
    const definitions = Array.from({ length: 21 }, (_item, i) => {
      return { name: `f${i}`, keys: { [`f${i}`]: 1 as const }, unique: false };
    });
    cloud.createIndexes('crowded', definitions.slice(0, 20));
    expect(() => cloud.createIndexes('crowded', definitions)).toThrow('at most 20 indexes');
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
