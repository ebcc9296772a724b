import type { Row, SdkDatabase, SdkPipeline } from '../testing-sdk';
import { expectRefusal, onEveryCloud } from './every-cloud';

type Operators = SdkDatabase['command']['aggregate'];
type Build = (pipeline: SdkPipeline, $: Operators) => SdkPipeline;

onEveryCloud('aggregation stages', (cloud) => {
  const towns = cloud.collection('towns');
  const sales = cloud.collection('sales', [{ name: 'town', keys: { town: 1, fen: 1 }, unique: false }]);

  beforeAll(async () => {
    await towns().add([
      { _id: 'cg', name: '城关', parts: [{ n: 1 }, { n: 2 }] },
      { _id: 'xf', name: '雪峰' },
    ]);
    await sales().add([
      { _id: 1, town: 'cg', fen: 100, at: new Date('2027-01-31T20:00:00Z'), tags: ['a', 'b'] },
      { _id: 2, town: 'cg', fen: 200, at: new Date('2027-02-01T00:00:00Z'), tags: ['b'] },
      { _id: 3, town: 'xf', fen: 100, at: new Date('2027-03-01T00:00:00Z'), tags: [] },
      { _id: 4, town: null, fen: 400, tags: null, inner: { a: 1, b: 2 } },
      { _id: 5, fen: 500, tags: 'c', inner: { a: 3, b: 4 } },
    ]);
  });

  const rows = async (build: Build): Promise<Row[]> => {
    const { data } = await build(sales().aggregate(), cloud.db.command.aggregate).end();
    return data;
  };
  const ids = (found: readonly Row[]): unknown[] => found.map(({ _id }) => _id);

  it.each<[string, Build, unknown[]]>([
    ['match follows the rules of queries', (p) => p.match({ fen: cloud.db.command.gte(400) }), [4, 5]],
    ['match by an expression', (p, $) => p.match({ $expr: $.gt(['$inner.b', '$fen']) }), []],
    ['a later match', (p) => p.skip(1).match({ town: 'cg' }), [2]],
    ['sort', (p) => p.sort({ fen: -1, _id: 1 }), [5, 4, 2, 1, 3]],
    ['sort: missing and null first', (p) => p.sort({ town: 1, _id: -1 }), [5, 4, 2, 1, 3]],
    ['sort after another stage', (p) => p.skip(3).sort({ fen: -1 }), [5, 4]],
    ['limit', (p) => p.limit(2), [1, 2]],
    ['skip', (p) => p.skip(3), [4, 5]],
    [
      'match, sort and limit through an index',
      (p) => p.match({ town: 'cg' }).sort({ fen: -1 }).limit(1),
      [2],
    ],
  ])('%s', async (_name, build, expected) => {
    expect(ids(await rows(build))).toEqual(expected);
  });

  it.each<[string, Build, unknown[]]>([
    [
      'project takes in, computes and nests',
      (p, $) =>
        p.match({ _id: 4 }).project({ fen: 1, 'inner.a': true, sum: $.add(['$inner.a', '$inner.b']) }),
      [{ _id: 4, fen: 400, inner: { a: 1 }, sum: 3 }],
    ],
    [
      'project leaves out',
      (p) => p.match({ _id: 4 }).project({ _id: 0, fen: 0, tags: 0, 'inner.a': 0 }),
      [{ town: null, inner: { b: 2 } }],
    ],
    [
      'project: a nested specification',
      (p) => p.match({ _id: 5 }).project({ _id: 0, inner: { b: 1, c: '$fen' } }),
      [{ inner: { b: 4, c: 500 } }],
    ],
    [
      'project: a missing value makes no field',
      (p) => p.match({ _id: 5 }).project({ x: '$never' }),
      [{ _id: 5 }],
    ],
    [
      'addFields',
      (p, $) => p.match({ _id: 5 }).addFields({ 'inner.a': 9, twice: $.multiply(['$fen', 2]) }),
      [{ _id: 5, fen: 500, tags: 'c', inner: { a: 9, b: 4 }, twice: 1000 }],
    ],
    [
      'addFields removes with $$REMOVE',
      (p) => p.match({ _id: 3 }).addFields({ at: '$$REMOVE', tags: '$$REMOVE' }),
      [{ _id: 3, town: 'xf', fen: 100 }],
    ],
    ['replaceRoot', (p) => p.match({ _id: 5 }).replaceRoot({ newRoot: '$inner' }), [{ a: 3, b: 4 }]],
    ['count', (p) => p.match({ town: 'cg' }).count('n'), [{ n: 2 }]],
    ['count of nothing gives no document', (p) => p.match({ town: 'zz' }).count('n'), []],
    [
      'sortByCount',
      (p) => p.match({ town: { $ne: null } }).sortByCount('$town'),
      [
        { _id: 'cg', count: 2 },
        { _id: 'xf', count: 1 },
      ],
    ],
    [
      'unwind: an element each; scalars stay, nothing drops',
      (p) => p.unwind('$tags').project({ tags: 1 }),
      [
        { _id: 1, tags: 'a' },
        { _id: 1, tags: 'b' },
        { _id: 2, tags: 'b' },
        { _id: 5, tags: 'c' },
      ],
    ],
    [
      'unwind with positions and empty ones',
      (p) =>
        p
          .match({ _id: { $gte: 2 } })
          .unwind({ path: '$tags', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true })
          .project({ tags: 1, i: 1 }),
      [
        { _id: 2, tags: 'b', i: 0 },
        { _id: 3, i: null },
        { _id: 4, tags: null, i: null },
        { _id: 5, tags: 'c', i: null },
      ],
    ],
    [
      'bucket: ranges with their lower boundary, and the rest',
      (p) =>
        p.bucket({ groupBy: '$fen', boundaries: [0, 200, 400], default: 'more', output: { n: { $sum: 1 } } }),
      [
        { _id: 0, n: 2 },
        { _id: 200, n: 1 },
        { _id: 'more', n: 2 },
      ],
    ],
    [
      'bucket counts by itself',
      (p) => p.bucket({ groupBy: '$fen', boundaries: [0, 1000] }),
      [{ _id: 0, count: 5 }],
    ],
    [
      'bucketAuto: equal values stay together',
      (p) => p.bucketAuto({ groupBy: '$fen', buckets: 3 }),
      [
        { _id: { min: 100, max: 200 }, count: 2 },
        { _id: { min: 200, max: 500 }, count: 2 },
        { _id: { min: 500, max: 500 }, count: 1 },
      ],
    ],
  ])('%s', async (_name, build, expected) => {
    expect(await rows(build)).toEqual(expected);
  });

  it('group: null and missing are one group', async () => {
    const found = await rows((p, $) => p.group({ _id: '$town', n: $.sum(1) }).sort({ _id: 1 }));
    expect(found).toEqual([
      { _id: null, n: 2 },
      { _id: 'cg', n: 2 },
      { _id: 'xf', n: 1 },
    ]);
  });

  it.each<[string, ($: Operators) => object, unknown]>([
    ['sum', ($) => $.sum('$fen'), 1300],
    ['sum: other values than numbers do not count', ($) => $.sum('$town'), 0],
    ['avg', ($) => $.avg('$fen'), 260],
    ['avg of no number', ($) => $.avg('$town'), null],
    ['min', ($) => $.min('$fen'), 100],
    ['max: strings are more than numbers, null does not count', ($) => $.max('$town'), 'xf'],
    ['first', ($) => $.first('$fen'), 100],
    ['last: a missing value is null', ($) => $.last('$at'), null],
    ['push: missing values do not count, null does', ($) => $.push('$town'), ['cg', 'cg', 'xf', null]],
    ['stdDevPop', ($) => $.stdDevPop('$inner.a'), 1],
    ['stdDevSamp', ($) => $.stdDevSamp('$inner.a'), Math.SQRT2],
    ['mergeObjects', ($) => $.mergeObjects('$inner'), { a: 3, b: 4 }],
  ])('group by %s', async (_name, accumulator, value) => {
    const found = await rows((p, $) => p.sort({ _id: 1 }).group({ _id: null, value: accumulator($) }));
    expect(found).toEqual([{ _id: null, value }]);
  });

  it('group by addToSet, in any order', async () => {
    const [{ value }] = (await rows((p, $) => p.group({ _id: null, value: $.addToSet('$fen') }))) as [Row];
    expect(new Set(value as number[])).toEqual(new Set([100, 200, 400, 500]));
    expect(value).toHaveLength(4);
  });

  it('group by a month of China', async () => {
    const format = { date: '$at', format: '%Y-%m', timezone: '+08:00' };
    const found = await rows((p, $) =>
      p
        .match({ at: { $ne: null } })
        .group({ _id: $.dateToString(format), n: $.sum(1) })
        .sort({ _id: 1 }),
    );
    expect(found).toEqual([
      { _id: '2027-02', n: 2 },
      { _id: '2027-03', n: 1 },
    ]);
  });

  it('lookup by equal fields; what has none finds what has none', async () => {
    const spec = { from: towns.collectionName, localField: 'town', foreignField: '_id', as: 'place' };
    const found = await rows((p) => p.lookup(spec).project({ names: '$place.name' }));
    expect(found.map(({ names }) => names)).toEqual([['城关'], ['城关'], ['雪峰'], [], []]);
  });

  it('lookup from each element of an array', async () => {
    const { data } = await towns()
      .aggregate()
      .addFields({ ids: [1, 3] })
      .lookup({ from: sales.collectionName, localField: 'ids', foreignField: '_id', as: 'sold' })
      .project({ _id: 0, fen: '$sold.fen' })
      .limit(1)
      .end();
    expect(data).toEqual([{ fen: [100, 100] }]);
  });

  it('lookup by a pipeline with variables', async () => {
    const $ = cloud.db.command.aggregate;
    const pipeline = $.pipeline()
      .match(cloud.db.command.expr($.and([$.eq(['$town', '$$town']), $.gt(['$fen', 150])])))
      .project({ _id: 0, fen: 1 })
      .done();
    const { data } = await towns()
      .aggregate()
      .lookup({ from: sales.collectionName, let: { town: '$_id' }, pipeline, as: 'sold' })
      .project({ sold: 1 })
      .end();
    expect(data).toEqual([
      { _id: 'cg', sold: [{ fen: 200 }] },
      { _id: 'xf', sold: [] },
    ]);
  });

  it('sample draws different documents', async () => {
    const drawn = await rows((p) => p.sample({ size: 3 }));
    expect(new Set(ids(drawn)).size).toBe(3);
    expect(await rows((p) => p.sample({ size: 99 }))).toHaveLength(5);
  });

  it.each<[string, Build, string]>([
    ['limit of nothing', (p) => p.limit(0), 'the limit must be positive'],
    ['skip backwards', (p) => p.skip(-1), 'Argument to $skip cannot be negative'],
    ['sort by nothing', (p) => p.sort({}), '$sort stage must have at least one sort key'],
    ['sort in no direction', (p) => p.skip(1).sort({ a: 2 }), '$sort key ordering must be 1'],
    ['count without a name', (p) => p.count(''), 'the count field must be a non-empty string'],
    ['project of nothing', (p) => p.project({}), 'specification must have at least one field'],
    [
      'project in and out',
      (p) => p.project({ fen: 1, town: 0 }),
      "cannot exclude fields other than '_id' in an inclusion projection",
    ],
    [
      'project out and in',
      (p) => p.project({ fen: 0, town: 1 }),
      'cannot include fields or add computed fields during an exclusion projection',
    ],
    [
      'project of a field and its part',
      (p) => p.project({ inner: 1, 'inner.a': 1 }),
      'two conflicting paths',
    ],
    ['group without an id', (p, $) => p.group({ n: $.sum(1) }), 'a group specification must include an _id'],
    [
      'group with a plain field',
      (p) => p.group({ _id: null, n: 1 }),
      "The field 'n' must be an accumulator object",
    ],
    [
      'unwind of a name',
      (p) => p.unwind('tags'),
      "path option to $unwind stage should be prefixed with a '$': tags",
    ],
    [
      'unwind with a strange option',
      (p) => p.unwind({ path: '$tags', deep: true }),
      'unrecognized option to $unwind stage: deep',
    ],
    [
      'bucket without boundaries',
      (p) => p.bucket({ groupBy: '$fen' }),
      "$bucket requires 'groupBy' and 'boundaries' to be specified.",
    ],
    [
      'bucket with falling boundaries',
      (p) => p.bucket({ groupBy: '$fen', boundaries: [3, 1] }),
      "The 'boundaries' option to $bucket must be sorted",
    ],
    [
      'bucket without a range for a value',
      (p) => p.bucket({ groupBy: '$fen', boundaries: [0, 200] }),
      '$switch could not find a matching branch',
    ],
    [
      'bucketAuto with no buckets',
      (p) => p.bucketAuto({ groupBy: '$fen', buckets: 0 }),
      'must be greater than 0, but found: 0',
    ],
    [
      'replaceRoot by a number',
      (p) => p.replaceRoot({ newRoot: '$fen' }),
      "'newRoot' expression must evaluate to an object",
    ],
    [
      'lookup without a field',
      (p) => p.lookup({ from: towns.collectionName, as: 'x' }),
      "$lookup requires either 'pipeline' or both",
    ],
    [
      'lookup with a strange option',
      (p) => p.lookup({ from: towns.collectionName, as: 'x', on: 1 }),
      'unknown argument to $lookup: on',
    ],
    ['sample without a size', (p) => p.sample({}), '$sample stage must specify a size'],
  ])('refuses %s', async (_name, build, words) => {
    await expectRefusal(rows(build), 'DATABASE_REQUEST_FAILED', words);
  });

  cloud.localOnly('a joined collection must exist', async () => {
    const spec = { from: 'never_made', localField: 'a', foreignField: 'b', as: 'c' };
    await expectRefusal(
      rows((p) => p.lookup(spec)),
      'DATABASE_COLLECTION_NOT_EXIST',
      'never_made',
    );
  });

  cloud.localOnly('names operators and stages that it does not imitate', async () => {
    await expectRefusal(
      rows((p) => p.project({ x: { $shuffle: ['$fen'] } })),
      'NOT_SUPPORTED',
      '$shuffle',
    );
    await expectRefusal(
      rows((p, $) => p.project({ x: $.meta('textScore') })),
      'NOT_SUPPORTED',
      '$meta',
    );
    const raw = (stage: object): Promise<unknown> => sales().options({ raw: true }).aggregate([stage]).end();
    await expectRefusal(raw({ $out: 'elsewhere' }), 'NOT_SUPPORTED', '$out');
    await expectRefusal(raw({ $merge: { into: 'elsewhere' } }), 'NOT_SUPPORTED', '$merge');
  });

  it('facet: several pipelines over the same documents', async () => {
    const facets = {
      dear: [{ $match: { fen: { $gt: 300 } } }, { $count: 'n' }],
      first: [{ $limit: 1 }, { $project: { fen: 1 } }],
    };
    const { data } = await sales()
      .options({ raw: true })
      .aggregate([{ $facet: facets }])
      .end();
    expect(data).toEqual([{ dear: [{ n: 2 }], first: [{ _id: 1, fen: 100 }] }]);
  });
});
