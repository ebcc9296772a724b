import type { SdkDatabase } from '../testing-sdk';
import { expectRefusal, onEveryCloud } from './every-cloud';

type Command = SdkDatabase['command'];
type Condition = (_: Command) => object;

onEveryCloud('query commands', (cloud) => {
  const people = cloud.collection('people');

  beforeAll(async () => {
    await people().add([
      { _id: 'an', age: 30, name: 'An', tags: ['red', 'blue'], home: { city: '明溪', rooms: 3 } },
      {
        _id: 'bo',
        age: 41,
        name: 'Bo',
        tags: ['blue'],
        scores: [{ n: 3 }, { n: 8 }],
        home: { city: '永安' },
      },
      { _id: 'cy', age: 41, name: 'cy', tags: [], nick: null, grid: [[1, 5], [7]] },
      { _id: 'di', name: 'Di\n', age: '41', born: new Date('1990-05-01T00:00:00Z'), scores: [{ n: 5 }] },
    ]);
  });

  const found = async (condition: object): Promise<unknown[]> => {
    const { data } = await people().where(condition).get();
    return data.map(({ _id }) => _id);
  };

  it.each<[string, Condition, string[]]>([
    ['eq: a value', (_) => ({ age: _.eq(41) }), ['bo', 'cy']],
    ['eq: an element of an array', (_) => ({ tags: _.eq('blue') }), ['an', 'bo']],
    ['eq: a whole array', (_) => ({ tags: _.eq(['red', 'blue']) }), ['an']],
    ['eq: a whole array, order counts', (_) => ({ tags: _.eq(['blue', 'red']) }), []],
    ['eq: an array as element of an array', (_) => ({ grid: _.eq([7]) }), ['cy']],
    ['eq: an element of an array in an array is not reached', (_) => ({ grid: 7 }), []],
    ['eq: a whole document', (_) => ({ home: _.eq({ city: '永安' }) }), ['bo']],
    ['eq: a whole document with fewer fields', (_) => ({ home: _.eq({ city: '明溪' }) }), []],
    ['eq: a plain document asks for its fields only', () => ({ home: { city: '明溪' } }), ['an']],
    ['eq: a field of documents in an array', () => ({ 'scores.n': 8 }), ['bo']],
    ['eq: a position in an array', () => ({ 'scores.1.n': 8 }), ['bo']],
    ['eq: a date', (_) => ({ born: _.eq(new Date('1990-05-01T00:00:00Z')) }), ['di']],
    ['eq: a pattern is a value, not a search', (_) => ({ name: _.eq(/^A/) }), []],
    ['eq null: null and missing', (_) => ({ nick: _.eq(null) }), ['an', 'bo', 'cy', 'di']],
    ['neq: everything else, missing included', (_) => ({ age: _.neq(41) }), ['an', 'di']],
    ['neq: no element equals', (_) => ({ tags: _.neq('blue') }), ['cy', 'di']],
    ['neq null: present and not null', (_) => ({ born: _.neq(null) }), ['di']],
    ['gt: numbers only', (_) => ({ age: _.gt(30) }), ['bo', 'cy']],
    ['gt: strings only', (_) => ({ age: _.gt('3') }), ['di']],
    ['gt: by bytes, capitals first', (_) => ({ name: _.gt('Z') }), ['cy']],
    ['gte', (_) => ({ age: _.gte(30) }), ['an', 'bo', 'cy']],
    ['gte null: null and missing', (_) => ({ born: _.gte(null) }), ['an', 'bo', 'cy']],
    ['lt', (_) => ({ age: _.lt(41) }), ['an']],
    ['lt: dates', (_) => ({ born: _.lt(new Date('2000-01-01')) }), ['di']],
    ['lte', (_) => ({ age: _.lte(41) }), ['an', 'bo', 'cy']],
    ['lte: any element of an array', (_) => ({ 'scores.n': _.lte(3) }), ['bo']],
    [
      'two bounds: different elements may satisfy them',
      (_) => ({ 'scores.n': _.gt(3).and(_.lt(8)) }),
      ['bo', 'di'],
    ],
    ['in', (_) => ({ age: _.in([30, '41']) }), ['an', 'di']],
    ['in: elements of arrays', (_) => ({ tags: _.in(['red', 'green']) }), ['an']],
    ['in: null and patterns', (_) => ({ nick: _.in([null, /x/]) }), ['an', 'bo', 'cy', 'di']],
    ['in: patterns search', (_) => ({ name: _.in([/^A/, 'Bo']) }), ['an', 'bo']],
    ['in: nothing', (_) => ({ age: _.in([]) }), []],
    ['nin', (_) => ({ name: _.nin(['An', 'Bo']) }), ['cy', 'di']],
    ['nin: missing fields are not in it', (_) => ({ born: _.nin([1]) }), ['an', 'bo', 'cy', 'di']],
    ['and: on one field', (_) => ({ age: _.gt(20).and(_.lt(41)) }), ['an']],
    ['and: of conditions', (_) => _.and([{ age: 41 }, { tags: 'blue' }]), ['bo']],
    ['or: on one field', (_) => ({ age: _.eq(30).or(_.eq('41')) }), ['an', 'di']],
    ['or: of conditions', (_) => _.or([{ age: 30 }, { name: 'cy' }]), ['an', 'cy']],
    ['nor', (_) => _.nor([{ age: 30 }, { name: 'cy' }]), ['bo', 'di']],
    ['not: missing fields too', (_) => ({ born: _.not(_.gt(new Date(0))) }), ['an', 'bo', 'cy']],
    ['not: of a pattern', (_) => ({ name: _.not(/^[A-B]/) }), ['cy', 'di']],
    ['exists true: null is there', (_) => ({ nick: _.exists(true) }), ['cy']],
    ['exists false', (_) => ({ born: _.exists(false) }), ['an', 'bo', 'cy']],
    ['all', (_) => ({ tags: _.all(['blue', 'red']) }), ['an']],
    ['all: a scalar counts as its only element', (_) => ({ age: _.all([41]) }), ['bo', 'cy']],
    ['all: nothing', (_) => ({ tags: _.all([]) }), []],
    [
      'elemMatch: one element satisfies everything',
      (_) => ({ scores: _.elemMatch({ n: { $gt: 3, $lt: 8 } }) }),
      ['di'],
    ],
    ['elemMatch: of values', (_) => ({ tags: _.elemMatch(_.eq('red')) }), ['an']],
    ['elemMatch: an inner array is one value', (_) => ({ grid: _.elemMatch(_.eq(7)) }), []],
    ['elemMatch: scalars have no elements', (_) => ({ age: _.elemMatch(_.eq(41)) }), []],
    ['size', (_) => ({ tags: _.size(2) }), ['an']],
    ['size: empty, not missing', (_) => ({ tags: _.size(0) }), ['cy']],
    ['RegExp object', () => ({ name: cloud.db.RegExp({ regexp: '^[A-B]' }) }), ['an', 'bo']],
    ['regex: option i', () => ({ name: cloud.db.RegExp({ regexp: '^C', options: 'i' }) }), ['cy']],
    [
      'regex: option s lets the dot find a line break',
      () => ({ name: cloud.db.RegExp({ regexp: 'Di.', options: 's' }) }),
      ['di'],
    ],
    [
      'regex: option m, a line end inside',
      () => ({ name: cloud.db.RegExp({ regexp: 'i$', options: 'm' }) }),
      ['di'],
    ],
    ['regex: the end is also before a last line break', () => ({ name: /i$/ }), ['di']],
    [
      'regex: option x ignores blanks',
      () => ({ name: cloud.db.RegExp({ regexp: 'A n # it', options: 'x' }) }),
      ['an'],
    ],
    ['regex: searches elements of arrays', () => ({ tags: /^r/ }), ['an']],
    ['expr compares two fields', () => ({ $expr: { $eq: ['$age', 30] } }), ['an']],
    [
      'an operator smuggled in as a plain object works: callers must check',
      () => ({ name: { $ne: '' } }),
      ['an', 'bo', 'cy', 'di'],
    ],
  ])('%s', async (_name, condition, ids) => {
    expect(await found(condition(cloud.db.command))).toEqual(ids);
  });

  it('mod divides whole parts', async () => {
    // The SDK's typings leave its two numbers out.
    const { mod } = cloud.db.command as unknown as { mod: (divisor: number, rest: number) => object };
    expect(await found({ age: mod(10, 1) })).toEqual(['bo', 'cy']);
    expect(await found({ 'scores.n': mod(5, 0) })).toEqual(['di']);
  });

  it.each<[string, object, string]>([
    ['in without a list', { age: { $in: 3 } }, '$in needs an array'],
    ['in with an operator', { age: { $in: [{ $gt: 1 }] } }, 'cannot nest $ under $in'],
    ['all without a list', { age: { $all: 3 } }, '$all needs an array'],
    ['all with an operator', { age: { $all: [{ $gt: 1 }] } }, 'no $ expressions in $all'],
    ['size with a fraction', { tags: { $size: 1.5 } }, '$size must be a whole number'],
    ['size below zero', { tags: { $size: -1 } }, '$size may not be negative'],
    ['elemMatch with a value', { tags: { $elemMatch: 1 } }, '$elemMatch needs an Object'],
    ['mod by zero', { age: { $mod: [0, 1] } }, 'divisor cannot be 0'],
    ['mod with one number', { age: { $mod: [2] } }, 'malformed mod, not enough elements'],
    ['not with a value', { age: { $not: 3 } }, '$not needs a regex or a document'],
    ['and with nothing', { $and: [] }, '$and/$or/$nor must be a nonempty array'],
    ['or with a value', { $or: [1] }, '$or/$and/$nor entries need to be full objects'],
    ['ne with a pattern', { name: { $ne: /x/ } }, "Can't have regex as arg to $ne."],
    ['options without a pattern', { name: { $options: 'i' } }, '$options needs a $regex'],
    ['a bad regex option', { name: { $regex: 'a', $options: 'g' } }, 'invalid flag in regex options: g'],
    ['an unknown operator', { age: { $around: 3 } }, 'unknown operator: $around'],
    ['an unknown operator at the top', { $around: 3 }, 'unknown top level operator: $around'],
  ])('refuses %s', async (_name, condition, words) => {
    await expectRefusal(people().where(condition).get(), 'DATABASE_REQUEST_FAILED', words);
  });

  for (const [part, condition] of Object.entries({
    $jsonSchema: { $jsonSchema: {} },
    $type: { age: { $type: 'string' } },
    $where: { $where: 'this.age > 3' },
    '(?i': { name: { $regex: '(?i)an' } },
    '\\Z': { name: { $regex: 'an\\Z' } },
    '[:': { name: { $regex: '[[:alpha:]]' } },
  })) {
    cloud.localOnly(`names what it does not imitate: ${part}`, async () => {
      await expectRefusal(people().where(condition).get(), 'NOT_SUPPORTED', part);
    });
  }
});
