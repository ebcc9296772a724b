import type { LocalCloud } from '../local-cloud';
import { startTestCloud } from '../testing';
import { type SdkDatabase, type SdkPipeline, connectDatabase, refusalOf } from '../testing-sdk';

let cloud: LocalCloud;
let db: SdkDatabase;

beforeAll(async () => {
  cloud = await startTestCloud();
  db = connectDatabase(cloud);
  await db.createCollection('towns');
  await db.createCollection('sales');
  await db.collection('towns').add([
    { _id: 'cg', name: '城关' },
    { _id: 'xf', name: '雪峰' },
  ]);
  await db.collection('sales').add([
    { town: 'cg', fen: 10_000, at: new Date('2027-01-31T20:00:00Z'), tags: ['a', 'b'] },
    { town: 'cg', fen: 20_000, at: new Date('2027-02-01T00:00:00Z'), tags: ['b'] },
    { town: 'xf', fen: 10_000, at: new Date('2027-03-01T00:00:00Z'), tags: [] },
  ]);
});

afterAll(() => cloud.close());

/** Rows of a pipeline built by `build` on the sales. */
async function rows(build: (pipeline: SdkPipeline) => SdkPipeline): Promise<unknown[]> {
  const { data } = (await build(db.collection('sales').aggregate()).end()) as { data: unknown[] };
  return data;
}

describe('aggregation stages', () => {
  it('match, group, sort and limit', async () => {
    const $ = db.command.aggregate;
    const grouped = await rows((pipeline) =>
      pipeline
        .match({ fen: db.command.gte(10_000) })
        .group({ _id: '$town', total: $.sum('$fen'), count: $.sum(1), most: $.max('$fen') })
        .sort({ total: -1 })
        .limit(1),
    );
    expect(grouped).toEqual([{ _id: 'cg', total: 30_000, count: 2, most: 20_000 }]);
  });

  it('a later match follows the same rules as a query', async () => {
    const $ = db.command.aggregate;
    const found = await rows((pipeline) =>
      pipeline.group({ _id: '$town', total: $.sum('$fen') }).match({ total: db.command.gt(10_000) }),
    );
    expect(found).toEqual([{ _id: 'cg', total: 30_000 }]);
  });

  it('project, addFields, unwind, count and sortByCount', async () => {
    const $ = db.command.aggregate;
    expect(
      await rows((pipeline) =>
        pipeline
          .sort({ fen: 1, at: 1 })
          .project({ _id: 0, yuan: $.divide(['$fen', 100]) })
          .skip(2),
      ),
    ).toEqual([{ yuan: 200 }]);
    expect(await rows((pipeline) => pipeline.unwind('$tags').count('tags'))).toEqual([{ tags: 3 }]);
    expect(await rows((pipeline) => pipeline.unwind('$tags').sortByCount('$tags'))).toEqual([
      { _id: 'b', count: 2 },
      { _id: 'a', count: 1 },
    ]);
    expect(
      await rows((pipeline) =>
        pipeline
          .addFields({ double: $.multiply(['$fen', 2]) })
          .match({ double: 40_000 })
          .count('n'),
      ),
    ).toEqual([{ n: 1 }]);
  });

  it('bucket sorts into ranges', async () => {
    const found = await rows((pipeline) =>
      pipeline.bucket({ groupBy: '$fen', boundaries: [0, 15_000, 50_000], output: { n: { $sum: 1 } } }),
    );
    expect(found).toEqual([
      { _id: 0, n: 2 },
      { _id: 15_000, n: 1 },
    ]);
  });

  it('lookup joins another collection', async () => {
    const found = await rows((pipeline) =>
      pipeline
        .match({ town: 'xf' })
        .lookup({ from: 'towns', localField: 'town', foreignField: '_id', as: 'place' })
        .replaceRoot({ newRoot: { $arrayElemAt: ['$place', 0] } }),
    );
    expect(found).toEqual([{ _id: 'xf', name: '雪峰' }]);
  });

  it('dates are grouped in the time zone asked for', async () => {
    const $ = db.command.aggregate;
    const found = await rows((pipeline) =>
      pipeline
        .group({ _id: $.dateToString({ date: '$at', format: '%Y-%m', timezone: '+08:00' }), n: $.sum(1) })
        .sort({ _id: 1 }),
    );
    expect(found).toEqual([
      { _id: '2027-02', n: 2 },
      { _id: '2027-03', n: 1 },
    ]);
  });
});

describe('what aggregation refuses', () => {
  it('names a stage or operator that it does not have', async () => {
    const near = rows((pipeline) =>
      pipeline.geoNear({ near: { longitude: 117, latitude: 26 }, distanceField: 'd', spherical: true }),
    );
    expect(await refusalOf(near)).toMatchObject({
      code: 'NOT_SUPPORTED',
      message: expect.stringContaining('$geoNear') as string,
    });
    const strange = rows((pipeline) => pipeline.project({ x: { $shuffle: ['$fen'] } }));
    expect((await refusalOf(strange)).message).toContain('$shuffle');
  });

  it('a joined collection that does not exist', async () => {
    const lost = rows((pipeline) =>
      pipeline.lookup({ from: 'ghosts', localField: 'a', foreignField: 'b', as: 'c' }),
    );
    expect((await refusalOf(lost)).code).toBe('DATABASE_COLLECTION_NOT_EXIST');
  });
});
