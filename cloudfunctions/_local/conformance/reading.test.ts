import { expectRefusal, onEveryCloud } from './every-cloud';
import type { SdkQuery } from '../testing-sdk';

onEveryCloud('reading documents', (cloud) => {
  const people = cloud.collection('people');
  const types = cloud.collection('types');

  beforeAll(async () => {
    await people().add([
      { _id: 'an', age: 30, name: 'An', tags: ['red', 'blue'], home: { city: '明溪', rooms: 3 } },
      { _id: 'bo', age: 41, name: 'Bo', tags: ['blue'], rooms: [{ n: 1, m: 2 }, { n: 3, m: 4 }, 5] },
      { _id: 'cy', age: 41, name: 'cy', tags: [], nick: null },
      { _id: 'di', name: 'Di', age: '41' },
    ]);
  });

  const ids = async (query: SdkQuery): Promise<unknown[]> => (await query.get()).data.map(({ _id }) => _id);
  const projected = async (id: string, projection: object): Promise<unknown> =>
    (await people().doc(id).field(projection).get()).data[0];

  it('scans in insertion order, with skip and limit', async () => {
    expect(await ids(people())).toEqual(['an', 'bo', 'cy', 'di']);
    expect(await ids(people().skip(1).limit(2))).toEqual(['bo', 'cy']);
    expect(await ids(people().skip(9))).toEqual([]);
  });

  it('orderBy: types first, then values; several fields', async () => {
    expect(await ids(people().orderBy('age', 'asc').orderBy('name', 'asc'))).toEqual([
      'an',
      'bo',
      'cy',
      'di',
    ]);
    expect(await ids(people().orderBy('age', 'desc').orderBy('name', 'desc'))).toEqual([
      'di',
      'cy',
      'bo',
      'an',
    ]);
    expect(await ids(people().orderBy('home.rooms', 'desc').limit(1))).toEqual(['an']);
  });

  it('orderBy an array: its least element upwards, its greatest downwards, empty before missing', async () => {
    expect(await ids(people().orderBy('tags', 'asc').orderBy('_id', 'asc'))).toEqual([
      'cy',
      'di',
      'an',
      'bo',
    ]);
    expect(await ids(people().orderBy('tags', 'desc').orderBy('_id', 'asc'))).toEqual([
      'an',
      'bo',
      'di',
      'cy',
    ]);
  });

  it('refuses to sort by two arrays', async () => {
    const query = people().where({ _id: 'bo' }).orderBy('tags', 'asc').orderBy('rooms', 'asc');
    await expectRefusal(
      query.get(),
      'DATABASE_REQUEST_FAILED',
      'cannot sort with keys that are parallel arrays',
    );
  });

  it('field: takes fields in, with the id unless told otherwise', async () => {
    expect(await projected('an', { name: true, 'home.city': true })).toEqual({
      _id: 'an',
      name: 'An',
      home: { city: '明溪' },
    });
    expect(await projected('an', { name: 1, _id: 0 })).toEqual({ name: 'An' });
    expect(await projected('an', { _id: true })).toEqual({ _id: 'an' });
    expect(await projected('an', { nothing: true })).toEqual({ _id: 'an' });
  });

  it('field: leaves fields out', async () => {
    expect(await projected('an', { home: false, tags: false, _id: false })).toEqual({ age: 30, name: 'An' });
    expect(await projected('an', { 'home.rooms': false, tags: 0, age: 0, name: 0 })).toEqual({
      _id: 'an',
      home: { city: '明溪' },
    });
  });

  it('field: reaches into the documents of an array', async () => {
    expect(await projected('bo', { 'rooms.n': true })).toEqual({ _id: 'bo', rooms: [{ n: 1 }, { n: 3 }] });
    expect(await projected('bo', { 'rooms.n': false, age: 0, name: 0, tags: 0 })).toEqual({
      _id: 'bo',
      rooms: [{ m: 2 }, { m: 4 }, 5],
    });
  });

  it('project.slice: from the start, from the end, in the middle', async () => {
    const { slice } = cloud.db.command.project;
    expect(await projected('an', { tags: slice(1), name: true })).toEqual({
      _id: 'an',
      name: 'An',
      tags: ['red'],
    });
    expect(await projected('an', { tags: slice(-1), name: true })).toMatchObject({ tags: ['blue'] });
    expect(await projected('bo', { rooms: slice([1, 1]), name: true })).toMatchObject({
      rooms: [{ n: 3, m: 4 }],
    });
    expect(await projected('an', { tags: slice(1) })).toMatchObject({ age: 30, tags: ['red'] });
  });

  it('project.elemMatch: the first element that matches', async () => {
    // The SDK sends no commands inside a projection, only plain operators.
    const { project } = cloud.db.command;
    expect(await projected('bo', { rooms: project.elemMatch({ n: { $gt: 1 } }) })).toEqual({
      _id: 'bo',
      rooms: [{ n: 3, m: 4 }],
    });
    expect(await projected('bo', { rooms: project.elemMatch({ n: { $gt: 9 } }) })).toEqual({ _id: 'bo' });
  });

  it.each<[string, object, string]>([
    ['a mixture', { name: true, age: false }, 'Cannot do exclusion on field age in inclusion projection'],
    ['a field with its own part', { home: true, 'home.city': true }, 'Path collision at home.city'],
    ['a slice of nothing', { tags: { $slice: [1, 0] } }, '$slice limit must be positive'],
  ])('field refuses %s', async (_name, projection, words) => {
    await expectRefusal(people().field(projection).get(), 'DATABASE_REQUEST_FAILED', words);
  });

  for (const [part, projection] of Object.entries({
    'tags.$': { 'tags.$': true },
    city: { home: { city: true } },
    $meta: { score: { $meta: 'textScore' } },
  })) {
    cloud.localOnly(`field names what it does not imitate: ${part}`, async () => {
      await expectRefusal(people().field(projection).get(), 'NOT_SUPPORTED', part);
    });
  }

  it('counts', async () => {
    expect(await people().count()).toMatchObject({ total: 4 });
    expect(await people().where({ age: 41 }).count()).toMatchObject({ total: 2 });
  });

  it('keeps every type exactly', async () => {
    const record = {
      int: 7,
      negative: -3,
      double: 1.25,
      tiny: 5e-324,
      long: 2 ** 45,
      text: '保\u0000"\\',
      yes: true,
      nothing: null,
      at: new Date('2026-11-22T13:00:00.123Z'),
      before: new Date(-1),
      list: [1, [2], { a: [] }],
      deep: { er: { est: 1 } },
      pattern: /a+b/i,
      oid: cloud.db.ObjectId({ id: '5f0f0f0f0f0f0f0f0f0f0f0f' }),
    };
    await types().add({ _id: 'x', ...record });
    const { data } = await types().doc('x').get();
    // The SDK takes ObjectIds and stored patterns apart on the way out; the database finds them unharmed.
    expect(data[0]).toMatchObject({ ...record, oid: {}, pattern: {} });
    expect((await types().where({ oid: record.oid }).get()).data).toHaveLength(1);
    expect((await types().where({ oid: '5f0f0f0f0f0f0f0f0f0f0f0f' }).get()).data).toEqual([]);
    expect((await types().where({ at: record.at }).get()).data).toHaveLength(1);
  });

  it('keeps integers of 64 bits exactly, and computes with them', async () => {
    await types().add({ _id: 'long', n: { $numberLong: '9007199254740993' } });
    await types()
      .doc('long')
      .update({ n: cloud.db.command.inc(2) });
    const count = async (n: string): Promise<{ total: number }> =>
      types()
        .where({ n: { $numberLong: n } })
        .count();
    expect(await count('9007199254740995')).toMatchObject({ total: 1 });
    expect(await count('9007199254740994')).toMatchObject({ total: 0 });
  });

  it('inc beyond 64 bits is refused', async () => {
    await types().add({ _id: 'full', n: { $numberLong: '9223372036854775807' } });
    const call = types()
      .doc('full')
      .update({ n: cloud.db.command.inc(1) });
    await expectRefusal(call, 'DATABASE_REQUEST_FAILED', 'Failed to apply $inc operations to current value');
  });

  cloud.localOnly('puts the local time in place of a server date, with its offset', async (local) => {
    const before = local.clock.now();
    const { serverDate } = cloud.db;
    await types().add({ _id: 'stamp', at: cloud.db.serverDate(), later: serverDate({ offset: 60_000 }) });
    const { data } = await types().doc('stamp').get();
    const { at, later } = data[0] as { at: Date; later: Date };
    expect(at.getTime()).toBeGreaterThanOrEqual(before);
    expect(later.getTime() - at.getTime()).toBe(60_000);
    const past = types().where({ _id: 'stamp', at: cloud.db.command.lte(serverDate()) });
    expect(await past.count()).toMatchObject({ total: 1 });
  });
});
