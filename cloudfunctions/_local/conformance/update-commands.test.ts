import type { Row, SdkDatabase } from '../testing-sdk';
import { expectRefusal, onEveryCloud } from './every-cloud';

type Command = SdkDatabase['command'];
type Change = (_: Command) => object;

onEveryCloud('update commands', (cloud) => {
  const things = cloud.collection('things');
  let serial = 0;

  const stored = async (fields: object): Promise<string> => {
    serial += 1;
    const { id } = await things().add({ _id: `t${serial}`, ...fields });
    return id;
  };
  const fieldsOf = async (id: string): Promise<Row | undefined> => {
    const { data } = await things().doc(id).get();
    const [{ _id, ...fields }] = data as [Row];
    expect(_id).toBe(id);
    return fields;
  };

  it.each<[string, object, Change, object]>([
    ['a plain value sets', { a: 1 }, () => ({ a: 'x' }), { a: 'x' }],
    [
      'a plain document sets its fields only',
      { a: { b: 1, c: 2 } },
      () => ({ a: { b: 5 } }),
      { a: { b: 5, c: 2 } },
    ],
    ['set replaces a document', { a: { b: 1, c: 2 } }, (_) => ({ a: _.set({ b: 5 }) }), { a: { b: 5 } }],
    [
      'set makes the parents of a field',
      { a: 1 },
      (_) => ({ 'x.y.z': _.set(1) }),
      { a: 1, x: { y: { z: 1 } } },
    ],
    [
      'set reaches an element',
      { l: [{ n: 1 }, { n: 2 }] },
      (_) => ({ 'l.1.n': _.set(9) }),
      { l: [{ n: 1 }, { n: 9 }] },
    ],
    [
      'set beyond the end of an array fills with null',
      { l: [1] },
      (_) => ({ 'l.3': _.set(4) }),
      { l: [1, null, null, 4] },
    ],
    ['inc', { n: 5 }, (_) => ({ n: _.inc(-2) }), { n: 3 }],
    ['inc: a missing field starts at zero', {}, (_) => ({ n: _.inc(3) }), { n: 3 }],
    ['inc: beyond 32 bits', { n: 2 ** 31 - 1 }, (_) => ({ n: _.inc(1) }), { n: 2 ** 31 }],
    ['inc: a fraction', { n: 1 }, (_) => ({ n: _.inc(0.5) }), { n: 1.5 }],
    ['mul', { n: 5 }, (_) => ({ n: _.mul(1.5) }), { n: 7.5 }],
    ['mul: a missing field becomes zero', {}, (_) => ({ n: _.mul(3) }), { n: 0 }],
    ['min: a less value is stored', { n: 5 }, (_) => ({ n: _.min(3) }), { n: 3 }],
    ['min: a greater value is not', { n: 5 }, (_) => ({ n: _.min(9) }), { n: 5 }],
    ['min: null is less than a number', { n: 5 }, (_) => ({ n: _.min(null) }), { n: null }],
    ['max: a greater value is stored', { n: 5 }, (_) => ({ n: _.max(9) }), { n: 9 }],
    ['max: a missing field takes it', {}, (_) => ({ n: _.max(9) }), { n: 9 }],
    ['max: a string is greater than a number', { n: 5 }, (_) => ({ n: _.max('') }), { n: '' }],
    ['bit and', { n: 13 }, (_) => ({ n: _.bit({ and: 10 }) }), { n: 8 }],
    ['bit or', { n: 3 }, (_) => ({ n: _.bit({ or: 5 }) }), { n: 7 }],
    ['bit xor', { n: 1 }, (_) => ({ n: _.bit({ xor: 5 }) }), { n: 4 }],
    ['remove', { a: 1, b: 2 }, (_) => ({ a: _.remove() }), { b: 2 }],
    ['remove: what is not there', { b: 2 }, (_) => ({ 'a.c': _.remove() }), { b: 2 }],
    ['remove: an element leaves null', { l: [1, 2] }, (_) => ({ 'l.0': _.remove() }), { l: [null, 2] }],
    ['rename', { a: 1, b: 2 }, (_) => ({ a: _.rename('c') }), { b: 2, c: 1 }],
    ['rename: what is not there', { b: 2 }, (_) => ({ a: _.rename('b') }), { b: 2 }],
    ['rename: over another field', { a: 1, b: 2 }, (_) => ({ a: _.rename('b') }), { b: 1 }],
    ['push', { l: [1] }, (_) => ({ l: _.push([2, 3]) }), { l: [1, 2, 3] }],
    ['push: makes the array', {}, (_) => ({ l: _.push(1) }), { l: [1] }],
    [
      'push each, position',
      { l: [1, 4] },
      (_) => ({ l: _.push({ each: [2, 3], position: 1 }) }),
      { l: [1, 2, 3, 4] },
    ],
    [
      'push each, position from the end',
      { l: [1, 4] },
      (_) => ({ l: _.push({ each: [3], position: -1 }) }),
      { l: [1, 3, 4] },
    ],
    [
      'push each, sort and slice',
      { l: [5, 1] },
      (_) => ({ l: _.push({ each: [3], sort: 1, slice: 2 }) }),
      { l: [1, 3] },
    ],
    [
      'push each, sort by a field',
      { l: [{ n: 2 }] },
      (_) => ({ l: _.push({ each: [{ n: 1 }], sort: { n: 1 } }) }),
      { l: [{ n: 1 }, { n: 2 }] },
    ],
    [
      'push each, slice from the end',
      { l: [1, 2] },
      (_) => ({ l: _.push({ each: [3], slice: -2 }) }),
      { l: [2, 3] },
    ],
    [
      'push each, slice to nothing',
      { l: [1, 2] },
      (_) => ({ l: _.push({ each: [3], slice: 0 }) }),
      { l: [] },
    ],
    ['pop', { l: [1, 2, 3] }, (_) => ({ l: _.pop() }), { l: [1, 2] }],
    ['pop: of an empty array', { l: [] }, (_) => ({ l: _.pop() }), { l: [] }],
    ['shift', { l: [1, 2, 3] }, (_) => ({ l: _.shift() }), { l: [2, 3] }],
    ['unshift', { l: [3] }, (_) => ({ l: _.unshift([1, 2]) }), { l: [1, 2, 3] }],
    ['pull: a value', { l: [1, 2, 1] }, (_) => ({ l: _.pull(1) }), { l: [2] }],
    ['pull: a condition', { l: [1, 5, 9] }, (_) => ({ l: _.pull(_.gt(4)) }), { l: [1] }],
    ['pull: a list of values', { l: [1, 5, 9] }, (_) => ({ l: _.pull(_.in([1, 9])) }), { l: [5] }],
    [
      'pull: documents by some fields',
      { l: [{ n: 1, m: 2 }, { n: 3 }] },
      (_) => ({ l: _.pull({ n: 1 }) }),
      { l: [{ n: 3 }] },
    ],
    ['pull: from a missing field', {}, (_) => ({ l: _.pull(1) }), {}],
    ['pullAll', { l: [1, 2, 3, 1] }, (_) => ({ l: _.pullAll([1, 3]) }), { l: [2] }],
    ['addToSet', { l: [1] }, (_) => ({ l: _.addToSet(2) }), { l: [1, 2] }],
    ['addToSet: what is there', { l: [{ a: 1 }] }, (_) => ({ l: _.addToSet({ a: 1 }) }), { l: [{ a: 1 }] }],
    ['addToSet: an array is one element', { l: [1] }, (_) => ({ l: _.addToSet([1, 2]) }), { l: [1, [1, 2]] }],
    ['addToSet each', { l: [1] }, (_) => ({ l: _.addToSet({ $each: [1, 2, 2] }) }), { l: [1, 2] }],
    [
      'all positions: $[]',
      { l: [{ n: 1 }, { n: 2 }] },
      (_) => ({ 'l.$[].n': _.inc(1) }),
      { l: [{ n: 2 }, { n: 3 }] },
    ],
  ])('%s', async (_name, before, change, after) => {
    const id = await stored(before);
    await things().doc(id).update(change(cloud.db.command));
    expect(await fieldsOf(id)).toEqual(after);
  });

  it('new fields appear in the order of their names', async () => {
    const id = await stored({ m: 0 });
    await things()
      .doc(id)
      .update({ z: 1, b: cloud.db.command.inc(1), a: 1 });
    expect(Object.keys((await fieldsOf(id)) ?? {})).toEqual(['m', 'a', 'b', 'z']);
  });

  it('the positional $ is the element that the query found', async () => {
    await things().add({ _id: 'place', list: [{ n: 1 }, { n: 2 }, { n: 2 }], tags: ['a', 'b'] });
    await things().where({ _id: 'place', 'list.n': 2 }).update({ 'list.$.n': 9 });
    await things()
      .where({ _id: 'place', tags: cloud.db.command.elemMatch(cloud.db.command.eq('b')) })
      .update({ 'tags.$': 'c' });
    expect(await fieldsOf('place')).toEqual({ list: [{ n: 1 }, { n: 9 }, { n: 2 }], tags: ['a', 'c'] });
  });

  it('counts as updated only what changed', async () => {
    const id = await stored({ n: 1 });
    expect(await things().doc(id).update({ n: 1 })).toMatchObject({ updated: 0 });
    expect(await things().doc(id).update({ n: 2 })).toMatchObject({ updated: 1 });
    expect(await things().doc('nobody').update({ n: 2 })).toMatchObject({ updated: 0 });
  });

  it.each<[string, object, Change, string]>([
    [
      'inc on a string',
      { n: 'x' },
      (_) => ({ n: _.inc(1) }),
      'Cannot apply $inc to a value of non-numeric type',
    ],
    ['inc on null', { n: null }, (_) => ({ n: _.inc(1) }), "has the field 'n' of non-numeric type null"],
    [
      'inc by a string',
      { n: 1 },
      () => ({ $inc: { n: 'x' } }),
      'Cannot increment with non-numeric argument: {n: "x"}',
    ],
    [
      'mul on a string',
      { n: 'x' },
      (_) => ({ n: _.mul(2) }),
      'Cannot apply $mul to a value of non-numeric type',
    ],
    [
      'mul by a string',
      { n: 1 },
      () => ({ $mul: { n: 'x' } }),
      'Cannot multiply with non-numeric argument: {n: "x"}',
    ],
    [
      'bit on a fraction',
      { n: 1.5 },
      (_) => ({ n: _.bit({ or: 1 }) }),
      'Cannot apply $bit to a value of non-integral type',
    ],
    [
      'bit of an unknown kind',
      { n: 1 },
      (_) => ({ n: _.bit({ nand: 1 }) }),
      "only supports 'and', 'or', and 'xor'",
    ],
    ['a field under a scalar', { a: 1 }, () => ({ 'a.b': 1 }), "Cannot create field 'b' in element {a: 1}"],
    ['a field under null', { a: null }, () => ({ 'a.b': 1 }), "Cannot create field 'b' in element {a: null}"],
    [
      'a name inside an array',
      { a: [1] },
      () => ({ 'a.b': 1 }),
      "Cannot create field 'b' in element {a: [ 1 ]}",
    ],
    [
      'a huge gap in an array',
      { a: [1] },
      () => ({ 'a.9000000': 1 }),
      "can't backfill more than 1500000 elements",
    ],
    [
      'push on a number',
      { a: 1 },
      (_) => ({ a: _.push(1) }),
      "The field 'a' must be an array but is of type int",
    ],
    [
      'push each without a list',
      { a: [] },
      () => ({ $push: { a: { $each: 1 } } }),
      'The argument to $each in $push must be an array',
    ],
    [
      'push with an unknown clause',
      { a: [] },
      () => ({ $push: { a: { $each: [1], $top: 1 } } }),
      'Unrecognized clause in $push: $top',
    ],
    [
      'push with a broken slice',
      { a: [] },
      () => ({ $push: { a: { $each: [1], $slice: 'x' } } }),
      'The value for $slice must be an integer',
    ],
    [
      'push with a broken sort',
      { a: [] },
      () => ({ $push: { a: { $each: [1], $sort: 'x' } } }),
      'The $sort is invalid',
    ],
    [
      'pop on a string',
      { a: 'x' },
      (_) => ({ a: _.pop() }),
      "contains an element of non-array type 'string'",
    ],
    ['pop of two', { a: [1] }, () => ({ $pop: { a: 2 } }), '$pop expects 1 or -1, found: 2'],
    ['pull on a number', { a: 1 }, (_) => ({ a: _.pull(1) }), 'Cannot apply $pull to a non-array value'],
    [
      'pullAll without a list',
      { a: [1] },
      () => ({ $pullAll: { a: 1 } }),
      '$pullAll requires an array argument',
    ],
    [
      'addToSet on a number',
      { a: 1 },
      (_) => ({ a: _.addToSet(1) }),
      'Cannot apply $addToSet to non-array field',
    ],
    [
      'addToSet each without a list',
      { a: [] },
      () => ({ $addToSet: { a: { $each: 1 } } }),
      'The argument to $each in $addToSet must be an array',
    ],
    [
      'two changes of one path',
      {},
      (_) => ({ 'b.c': _.inc(1), b: _.set({ d: 1 }) }),
      'would create a conflict at',
    ],
    [
      'rename to itself',
      { a: 1 },
      (_) => ({ a: _.rename('a') }),
      'The source and target field for $rename must differ',
    ],
    [
      'rename of an element',
      { a: [1] },
      (_) => ({ 'a.0': _.rename('b') }),
      'The source field cannot be an array element',
    ],
    [
      'rename into an array',
      { a: 1, b: [1] },
      (_) => ({ a: _.rename('b.0') }),
      'The destination field cannot be an array element',
    ],
    [
      'a stored operator',
      {},
      (_) => ({ b: _.set({ $gt: 1 }) }),
      "The dollar ($) prefixed field '$gt' in 'b.$gt' is not valid for storage.",
    ],
    ['an empty field name', {}, () => ({ $set: { 'a..b': 1 } }), 'contains an empty field name'],
    ['an empty operator', {}, () => ({ $set: {} }), "'$set' is empty. You must specify a field like so"],
    [
      'an operator without fields',
      {},
      () => ({ $set: 1 }),
      'Modifiers operate on fields but we found type int instead',
    ],
    ['an unknown operator', {}, () => ({ $double: { n: 1 } }), 'Unknown modifier: $double'],
    [
      'the positional $ without a query',
      { l: [1] },
      () => ({ 'l.$': 2 }),
      'The positional operator did not find the match needed from the query.',
    ],
    [
      'all positions of a scalar',
      { l: 1 },
      () => ({ 'l.$[]': 2 }),
      'Cannot apply array updates to non-array element l: 1',
    ],
    [
      'a filtered position',
      { l: [1] },
      () => ({ 'l.$[x]': 2 }),
      "No array filter found for identifier 'x' in path 'l.$[x]'",
    ],
    [
      'a changed _id',
      {},
      () => ({ $set: { _id: 'other' } }),
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    ],
  ])('refuses, with nothing changed: %s', async (_name, before, change, words) => {
    const id = await stored(before);
    const call = things().doc(id).update(change(cloud.db.command));
    await expectRefusal(call, 'DATABASE_REQUEST_FAILED', words);
    expect(await fieldsOf(id)).toEqual(before);
  });

  cloud.localOnly('names what it does not imitate', async () => {
    const id = await stored({});
    const call = things()
      .doc(id)
      .update({ $currentDate: { at: true } });
    await expectRefusal(call, 'NOT_SUPPORTED', '$currentDate');
  });
});
