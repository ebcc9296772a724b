import type { LocalCloud } from '../local-cloud';
import { startTestCloud } from '../testing';
import { type SdkDatabase, connectDatabase, refusalOf } from '../testing-sdk';

let cloud: LocalCloud;
let db: SdkDatabase;
let serial = 0;

beforeAll(async () => {
  cloud = await startTestCloud();
  db = connectDatabase(cloud);
  await db.createCollection('things');
});

afterAll(() => cloud.close());

const things = () => db.collection('things');

/** Stores a document, updates it, and gives it back without its id. */
async function updated(before: object, update: object): Promise<Record<string, unknown>> {
  const id = `t${serial++}`;
  await things().add({ _id: id, ...before });
  await things().doc(id).update(update);
  const { data } = await things().doc(id).get();
  const { _id, ...rest } = data[0] as { _id: string };
  expect(_id).toBe(id);
  return rest;
}

async function refusedUpdate(before: object, update: object): Promise<string> {
  const id = `t${serial++}`;
  await things().add({ _id: id, ...before });
  const { code, message } = await refusalOf(things().doc(id).update(update));
  expect(code).toBe('DATABASE_REQUEST_FAILED');
  const { data } = await things().doc(id).get();
  expect(data[0]).toEqual({ _id: id, ...before });
  return message;
}

describe('update commands', () => {
  it('plain values set fields, nested objects merge, set() replaces', async () => {
    expect(await updated({ a: { b: 1, c: 2 } }, { a: { b: 5 } })).toEqual({ a: { b: 5, c: 2 } });
    expect(await updated({ a: { b: 1, c: 2 } }, { a: db.command.set({ b: 5 }) })).toEqual({ a: { b: 5 } });
    expect(await updated({ a: 1 }, { 'x.y.z': 1 })).toEqual({ a: 1, x: { y: { z: 1 } } });
    expect(await updated({ list: [{ n: 1 }, { n: 2 }] }, { 'list.1.n': 9 })).toEqual({
      list: [{ n: 1 }, { n: 9 }],
    });
  });

  it('inc, mul, min and max compute', async () => {
    const _ = db.command;
    expect(await updated({ n: 5 }, { n: _.inc(-2), fresh: _.inc(3) })).toEqual({ n: 3, fresh: 3 });
    expect(await updated({ n: 5 }, { n: _.mul(1.5), fresh: _.mul(3) })).toEqual({ n: 7.5, fresh: 0 });
    expect(await updated({ n: 5, m: 5 }, { n: _.min(3), m: _.min(9) })).toEqual({ n: 3, m: 5 });
    expect(await updated({ n: 5, m: 5 }, { n: _.max(3), m: _.max(9) })).toEqual({ n: 5, m: 9 });
  });

  it('inc stays exact beyond 32 bits', async () => {
    expect(await updated({ n: 2 ** 31 - 1 }, { n: db.command.inc(1) })).toEqual({ n: 2 ** 31 });
  });

  it('remove and rename change fields', async () => {
    expect(await updated({ a: 1, b: 2 }, { a: db.command.remove() })).toEqual({ b: 2 });
    expect(await updated({ a: 1, b: 2 }, { a: db.command.rename('c') })).toEqual({ b: 2, c: 1 });
  });

  it('push, pop, shift and unshift work at the ends', async () => {
    const _ = db.command;
    expect(await updated({ l: [1] }, { l: _.push([2, 3]) })).toEqual({ l: [1, 2, 3] });
    expect(await updated({}, { l: _.push(1) })).toEqual({ l: [1] });
    expect(await updated({ l: [1, 2, 3] }, { l: _.pop() })).toEqual({ l: [1, 2] });
    expect(await updated({ l: [1, 2, 3] }, { l: _.shift() })).toEqual({ l: [2, 3] });
    expect(await updated({ l: [3] }, { l: _.unshift([1, 2]) })).toEqual({ l: [1, 2, 3] });
  });

  it('push takes position, sort and slice', async () => {
    const push = db.command.push;
    expect(await updated({ l: [1, 4] }, { l: push({ each: [2, 3], position: 1 }) })).toEqual({
      l: [1, 2, 3, 4],
    });
    expect(await updated({ l: [5, 1] }, { l: push({ each: [3], sort: 1, slice: 2 }) })).toEqual({
      l: [1, 3],
    });
    expect(await updated({ l: [{ n: 2 }] }, { l: push({ each: [{ n: 1 }], sort: { n: 1 } }) })).toEqual({
      l: [{ n: 1 }, { n: 2 }],
    });
    expect(await updated({ l: [1, 2] }, { l: push({ each: [3], slice: -2 }) })).toEqual({ l: [2, 3] });
  });

  it('pull and pullAll remove elements', async () => {
    const _ = db.command;
    expect(await updated({ l: [1, 2, 1] }, { l: _.pull(1) })).toEqual({ l: [2] });
    expect(await updated({ l: [1, 5, 9] }, { l: _.pull(_.gt(4)) })).toEqual({ l: [1] });
    expect(await updated({ l: [{ n: 1, m: 2 }, { n: 3 }] }, { l: _.pull({ n: 1 }) })).toEqual({
      l: [{ n: 3 }],
    });
    expect(await updated({ l: [1, 2, 3] }, { l: _.pullAll([1, 3]) })).toEqual({ l: [2] });
  });

  it('addToSet adds what is not there', async () => {
    expect(await updated({ l: [1] }, { l: db.command.addToSet(2) })).toEqual({ l: [1, 2] });
    expect(await updated({ l: [{ a: 1 }] }, { l: db.command.addToSet({ a: 1 }) })).toEqual({ l: [{ a: 1 }] });
  });

  it('counts as updated only what changed', async () => {
    await things().add({ _id: 'same', n: 1 });
    expect(await things().doc('same').update({ n: 1 })).toMatchObject({ updated: 0 });
    expect(await things().doc('same').update({ n: 2 })).toMatchObject({ updated: 1 });
    expect(await things().doc('nobody').update({ n: 2 })).toMatchObject({ updated: 0 });
  });
});

describe("MongoDB's refusals, in its words, with nothing changed", () => {
  it.each([
    [
      'inc on a string',
      { n: 'x' },
      (_: typeof db.command) => ({ n: _.inc(1) }),
      'Cannot apply $inc to a value of non-numeric type',
    ],
    [
      'inc by a string',
      { n: 1 },
      (_: typeof db.command) => ({ n: _.inc('x' as unknown as number) }),
      'Cannot increment with non-numeric argument',
    ],
    ['a field under a scalar', { a: 1 }, () => ({ 'a.b': 1 }), "Cannot create field 'b' in element {a: 1}"],
    [
      'a name inside an array',
      { a: [1] },
      () => ({ 'a.b': 1 }),
      "Cannot create field 'b' in element {a: [ 1 ]}",
    ],
    [
      'push on a number',
      { a: 1 },
      (_: typeof db.command) => ({ a: _.push(1) }),
      "The field 'a' must be an array but is of type int",
    ],
    [
      'pop on a string',
      { a: 'x' },
      (_: typeof db.command) => ({ a: _.pop() }),
      "contains an element of non-array type 'string'",
    ],
    [
      'pull on a number',
      { a: 1 },
      (_: typeof db.command) => ({ a: _.pull(1) }),
      'Cannot apply $pull to a non-array value',
    ],
    [
      'addToSet on a number',
      { a: 1 },
      (_: typeof db.command) => ({ a: _.addToSet(1) }),
      'Cannot apply $addToSet to non-array field',
    ],
    [
      'two changes of one path',
      { a: 1 },
      (_: typeof db.command) => ({ 'b.c': _.inc(1), b: _.set({ d: 1 }) }),
      'would create a conflict',
    ],
    [
      'a stored operator',
      { a: 1 },
      (_: typeof db.command) => ({ b: _.set({ $gt: 1 }) }),
      "dollar ($) prefixed field '$gt'",
    ],
  ])('%s', async (_name, before, update, words) => {
    expect(await refusedUpdate(before, update(db.command))).toContain(words);
  });

  it('a moved _id', async () => {
    const { code, message } = await refusalOf(things().where({ _id: 'x' }).update({ '_id.a': 1 }));
    expect(code).toBe('DATABASE_REQUEST_FAILED');
    expect(message).toContain("immutable field '_id'");
  });

  it('names what it does not support', async () => {
    await things().add({ _id: 'bits', n: 1 });
    const { code, message } = await refusalOf(
      things()
        .doc('bits')
        .update({ n: db.command.bit({ and: 1 }) }),
    );
    expect(code).toBe('NOT_SUPPORTED');
    expect(message).toContain('$bit');
  });
});

describe('writing', () => {
  it('add makes an id, takes a chosen one, and refuses a used one', async () => {
    const { id } = await things().add({ a: 1 });
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    await things().add({ _id: 'mine', a: 1 });
    const { code, message } = await refusalOf(things().add({ _id: 'mine', a: 2 }));
    expect(code).toBe('DATABASE_DUPLICATE_WRITE');
    expect(message).toMatch(
      /^E11000 duplicate key error collection: \S+\.things index: _id_ dup key: \{ _id: "mine" \}$/,
    );
  });

  it('adds a list all or none', async () => {
    await refusalOf(things().add([{ _id: 'half1' }, { _id: 'mine' }]));
    expect((await things().doc('half1').get()).data).toEqual([]);
    await refusalOf(things().add([{ _id: 'twice' }, { _id: 'twice' }]));
    expect((await things().doc('twice').get()).data).toEqual([]);
  });

  it('set stores a whole document, new or not', async () => {
    expect(await things().doc('whole').set({ a: 1, b: 2 })).toMatchObject({
      updated: 0,
      upsertedId: 'whole',
    });
    expect(await things().doc('whole').set({ c: 3 })).toMatchObject({ updated: 1 });
    expect((await things().doc('whole').get()).data).toEqual([{ _id: 'whole', c: 3 }]);
  });

  it('where().update changes all that match, or one', async () => {
    await things().add([{ group: 'g' }, { group: 'g' }, { group: 'h' }]);
    expect(await things().where({ group: 'g' }).update({ seen: true })).toMatchObject({ updated: 2 });
    const one = things().where({ group: 'g' }).options({ multiple: false });
    expect(await one.update({ first: true })).toMatchObject({ updated: 1 });
  });

  it('updateAndReturn answers the document as it is afterwards', async () => {
    await things().add({ _id: 'counter', n: 1 });
    const { updated: count, doc } = await things()
      .where({ _id: 'counter' })
      .updateAndReturn({ n: db.command.inc(1) });
    expect([count, doc]).toEqual([1, { _id: 'counter', n: 2 }]);
    expect(await things().where({ _id: 'none' }).updateAndReturn({ n: 1 })).toMatchObject({ updated: 0 });
  });

  it('removes one or many', async () => {
    await things().add([{ old: 1 }, { old: 1 }, { _id: 'gone', old: 2 }]);
    expect(await things().where({ old: 1 }).remove()).toMatchObject({ deleted: 2 });
    expect(await things().doc('gone').remove()).toMatchObject({ deleted: 1 });
    expect(await things().doc('gone').remove()).toMatchObject({ deleted: 0 });
  });
});
