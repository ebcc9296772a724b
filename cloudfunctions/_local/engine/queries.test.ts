import type { LocalCloud } from '../local-cloud';
import { startTestCloud } from '../testing';
import { type SdkDatabase, connectDatabase, refusalOf } from '../testing-sdk';

let cloud: LocalCloud;
let db: SdkDatabase;

beforeAll(async () => {
  cloud = await startTestCloud();
  db = connectDatabase(cloud);
  await db.createCollection('people');
  await db.collection('people').add([
    { _id: 'an', age: 30, name: 'An', tags: ['red', 'blue'], home: { city: '明溪', rooms: 3 } },
    { _id: 'bo', age: 41, name: 'Bo', tags: ['blue'], scores: [{ n: 3 }, { n: 8 }], home: { city: '永安' } },
    { _id: 'cy', age: 41, name: 'cy', tags: [], nick: null },
    { _id: 'di', name: 'Di', age: '41', born: new Date('1990-05-01T00:00:00Z') },
  ]);
});

afterAll(() => cloud.close());

const people = () => db.collection('people');
const idsOf = async (query: { get: () => Promise<unknown> }): Promise<string[]> => {
  const { data } = (await query.get()) as { data: { _id: string }[] };
  return data.map(({ _id }) => _id);
};
const where = (condition: object): Promise<string[]> => idsOf(people().where(condition));

describe('query commands', () => {
  it('eq finds equal values, array elements and nested fields', async () => {
    expect(await where({ age: db.command.eq(41) })).toEqual(['bo', 'cy']);
    expect(await where({ tags: 'blue' })).toEqual(['an', 'bo']);
    expect(await where({ home: { city: '永安' } })).toEqual(['bo']);
    expect(await where({ 'scores.n': 8 })).toEqual(['bo']);
  });

  it('eq null finds missing fields too', async () => {
    expect(await where({ nick: null })).toEqual(['an', 'bo', 'cy', 'di']);
    expect(await where({ 'home.rooms': null })).toEqual(['bo', 'cy', 'di']);
  });

  it('neq is the opposite of eq, missing fields included', async () => {
    expect(await where({ age: db.command.neq(41) })).toEqual(['an', 'di']);
    expect(await where({ 'home.city': db.command.neq('明溪') })).toEqual(['bo', 'cy', 'di']);
  });

  it('gt, gte, lt and lte compare within one type only', async () => {
    const _ = db.command;
    expect(await where({ age: _.gt(30) })).toEqual(['bo', 'cy']);
    expect(await where({ age: _.gte(30) })).toEqual(['an', 'bo', 'cy']);
    expect(await where({ age: _.lt(41) })).toEqual(['an']);
    expect(await where({ age: _.lte(41) })).toEqual(['an', 'bo', 'cy']);
    expect(await where({ age: _.gt('3') })).toEqual(['di']);
    expect(await where({ born: _.lt(new Date('2000-01-01')) })).toEqual(['di']);
  });

  it('in and nin take lists', async () => {
    expect(await where({ _id: db.command.in(['di', 'an']) })).toEqual(['di', 'an']);
    expect(await where({ tags: db.command.in(['red', 'green']) })).toEqual(['an']);
    expect(await where({ name: db.command.nin(['An', 'Bo']) })).toEqual(['cy', 'di']);
  });

  it('and, or, nor and not combine', async () => {
    const _ = db.command;
    expect(await where({ age: _.gt(20).and(_.lt(41)) })).toEqual(['an']);
    expect(await where({ age: _.eq(30).or(_.eq('41')) })).toEqual(['an', 'di']);
    expect(await where(_.or([{ age: 30 }, { name: 'cy' }]))).toEqual(['an', 'cy']);
    expect(await where(_.nor([{ age: 30 }, { name: 'cy' }]))).toEqual(['bo', 'di']);
    expect(await where(_.and([{ age: 41 }, { tags: 'blue' }]))).toEqual(['bo']);
    expect(await where({ age: _.not(_.gt(30)) })).toEqual(['an', 'di']);
  });

  it('exists tells null from missing', async () => {
    expect(await where({ nick: db.command.exists(true) })).toEqual(['cy']);
    expect(await where({ born: db.command.exists(false) })).toEqual(['an', 'bo', 'cy']);
  });

  it('all, elemMatch and size look into arrays', async () => {
    const _ = db.command;
    expect(await where({ tags: _.all(['blue', 'red']) })).toEqual(['an']);
    expect(await where({ scores: _.elemMatch({ n: _.gt(5) }) })).toEqual(['bo']);
    expect(await where({ tags: _.elemMatch(_.eq('red')) })).toEqual(['an']);
    expect(await where({ age: _.elemMatch(_.eq(41)) })).toEqual([]);
    expect(await where({ tags: _.size(0) })).toEqual(['cy']);
  });

  it('mod divides', async () => {
    // The SDK's typings leave its two numbers out.
    const { mod } = db.command as unknown as { mod: (divisor: number, rest: number) => object };
    expect(await where({ age: mod(10, 1) })).toEqual(['bo', 'cy']);
  });

  it('regular expressions match strings, with flags', async () => {
    expect(await where({ name: /^c/i })).toEqual(['cy']);
    expect(await where({ name: db.RegExp({ regexp: '^[A-B]' }) })).toEqual(['an', 'bo']);
    expect(await where({ name: db.command.not(/^[A-B]/) })).toEqual(['cy', 'di']);
  });

  it('an operator smuggled in as a plain object works as in the cloud: callers must check', async () => {
    expect(await where({ name: { $ne: '' } })).toHaveLength(4);
  });

  it.each([
    ['geoNear', { home: { $nearSphere: {} } }, '$nearSphere'],
    ['expr', { $expr: { $eq: ['$age', 30] } }, '$expr'],
    ['an unknown operator', { age: { $around: 3 } }, '$around'],
  ])('names what it does not support: %s', async (_name, condition, operator) => {
    const { code, message } = await refusalOf(people().where(condition).get());
    expect(code).toBe('NOT_SUPPORTED');
    expect(message).toContain(operator);
  });
});

describe('reading', () => {
  it('scans in insertion order and skips and limits', async () => {
    expect(await idsOf(people())).toEqual(['an', 'bo', 'cy', 'di']);
    expect(await idsOf(people().skip(1).limit(2))).toEqual(['bo', 'cy']);
  });

  it('sorts by type first, then value, and keeps insertion order among equals', async () => {
    expect(await idsOf(people().orderBy('age', 'asc'))).toEqual(['an', 'bo', 'cy', 'di']);
    expect(await idsOf(people().orderBy('age', 'desc').orderBy('name', 'desc'))).toEqual([
      'di',
      'cy',
      'bo',
      'an',
    ]);
  });

  it('projects fields in and out', async () => {
    const included = await people().doc('an').field({ name: true, 'home.city': true }).get();
    expect(included.data).toEqual([{ _id: 'an', name: 'An', home: { city: '明溪' } }]);
    const excluded = await people().doc('an').field({ home: false, tags: false, _id: false }).get();
    expect(excluded.data).toEqual([{ age: 30, name: 'An' }]);
    const sliced = await people()
      .doc('an')
      .field({ tags: db.command.project.slice(1), name: true })
      .get();
    expect(sliced.data).toEqual([{ _id: 'an', name: 'An', tags: ['red'] }]);
  });

  it('refuses a projection that mixes', async () => {
    const { message } = await refusalOf(people().field({ name: true, age: false }).get());
    expect(message).toContain('exclusion on field age in inclusion projection');
  });

  it('counts', async () => {
    expect(await people().count()).toMatchObject({ total: 4 });
    expect(await people().where({ age: 41 }).count()).toMatchObject({ total: 2 });
  });

  it('answers 100 documents unless told otherwise, and never more than 1000', async () => {
    await db.createCollection('many');
    await db.collection('many').add(Array.from({ length: 1100 }, (_item, n) => ({ n })));
    expect((await db.collection('many').get()).data).toHaveLength(100);
    expect((await db.collection('many').limit(5000).get()).data).toHaveLength(1000);
  });

  it('keeps every type exactly', async () => {
    const record = {
      int: 7,
      negative: -3,
      double: 1.25,
      long: 2 ** 45,
      text: '保\u0000"\\',
      yes: true,
      nothing: null,
      at: new Date('2026-11-22T13:00:00.123Z'),
      list: [1, [2], { a: [] }],
      deep: { er: { est: 1 } },
      pattern: /a+b/i,
      oid: db.ObjectId({ id: '5f0f0f0f0f0f0f0f0f0f0f0f' }),
    };
    await db.createCollection('types');
    await db.collection('types').add({ _id: 'x', ...record });
    const { data } = await db.collection('types').doc('x').get();
    // The SDK takes ObjectIds and stored patterns apart on the way out; the database finds them unharmed.
    expect(data[0]).toMatchObject({ ...record, oid: {}, pattern: {} });
    expect(await idsOf(db.collection('types').where({ oid: record.oid }))).toEqual(['x']);
    expect(await idsOf(db.collection('types').where({ oid: '5f0f0f0f0f0f0f0f0f0f0f0f' }))).toEqual([]);
  });

  it('puts the local time in place of a server date', async () => {
    await db.createCollection('stamps');
    const before = cloud.clock.now();
    await db
      .collection('stamps')
      .add({ _id: 'x', at: db.serverDate(), later: db.serverDate({ offset: 60_000 }) });
    const { data } = await db.collection('stamps').doc('x').get();
    const { at, later } = data[0] as { at: Date; later: Date };
    expect(at.getTime()).toBeGreaterThanOrEqual(before);
    expect(later.getTime() - at.getTime()).toBe(60_000);
  });
});

describe('collections', () => {
  it('must exist before they are used', async () => {
    const calls = [
      db.collection('ghosts').get(),
      db.collection('ghosts').add({ a: 1 }),
      db.collection('ghosts').doc('x').set({ a: 1 }),
      db.collection('ghosts').where({ a: 1 }).remove(),
      db.collection('ghosts').aggregate().count('n').end(),
    ];
    for (const call of calls) expect((await refusalOf(call)).code).toBe('DATABASE_COLLECTION_NOT_EXIST');
  });

  it('are created once', async () => {
    await db.createCollection('once');
    expect((await refusalOf(db.createCollection('once'))).code).toBe('DATABASE_COLLECTION_ALREADY_EXIST');
  });
});
