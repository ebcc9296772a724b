import { expectRefusal, onEveryCloud } from './every-cloud';

const MEGABYTE = 1024 * 1024;

onEveryCloud('limits of reading', (cloud) => {
  const many = cloud.collection('many');

  beforeAll(async () => {
    await many().add(Array.from({ length: 1100 }, (_item, n) => ({ n })));
  });

  const read = async (limit: number, skip = 0): Promise<unknown[]> =>
    (await many().limit(limit).skip(skip).get()).data.map(({ n }) => n);

  it('get answers 100 documents unless told otherwise', async () => {
    expect((await many().get()).data).toHaveLength(100);
    expect((await many().where({}).orderBy('n', 'asc').get()).data).toHaveLength(100);
  });

  it('limit answers up to 1,000 documents, and no more when asked for more', async () => {
    expect(await read(7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(await read(1000)).toHaveLength(1000);
    expect(await read(5000)).toHaveLength(1000);
  });

  it('skip passes over documents, up to all of them', async () => {
    expect(await read(3, 1098)).toEqual([1098, 1099]);
    expect(await read(3, 1100)).toEqual([]);
    expect(await read(3, 1_000_000)).toEqual([]);
  });

  it('skip of a negative number is refused: INVALID_PARAM', async () => {
    await expectRefusal(read(3, -1), 'INVALID_PARAM');
  });

  it('count and aggregate are not bound by 1,000', async () => {
    expect(await many().count()).toMatchObject({ total: 1100 });
    expect(
      await many()
        .where({ n: cloud.db.command.gte(0) })
        .count(),
    ).toMatchObject({ total: 1100 });
    const { data } = await many()
      .aggregate()
      .group({ _id: null, most: cloud.db.command.aggregate.max('$n') })
      .end();
    expect(data).toEqual([{ _id: null, most: 1099 }]);
  });
});

onEveryCloud('limits of size', (cloud) => {
  const heavy = cloud.collection('heavy');
  const light = cloud.collection('light');
  /** Six megabytes in characters of three bytes: what counts is bytes. */
  const six = '保'.repeat(2 * MEGABYTE);
  const tooLarge = { a: six, b: six, c: six };

  beforeAll(async () => {
    await light().add({ _id: 'a', a: six, b: six });
    for (const _id of ['x', 'y', 'z']) await heavy().add({ _id, text: six });
  });

  it('a document of 12 MB is kept', async () => {
    expect((await light().doc('a').field({ b: true }).get()).data).toEqual([{ _id: 'a', b: six }]);
  });

  it('add of a document of more than 16 MB is refused: DATABASE_REQUEST_FAILED', async () => {
    await expectRefusal(light().add(tooLarge), 'DATABASE_REQUEST_FAILED', 'too large');
  });

  it('set of a document of more than 16 MB is refused: DATABASE_REQUEST_FAILED', async () => {
    await expectRefusal(light().doc('b').set(tooLarge), 'DATABASE_REQUEST_FAILED', 'too large');
    expect((await light().doc('b').get()).data).toEqual([]);
  });

  it('update that lets a document grow beyond 16 MB is refused: DATABASE_REQUEST_FAILED', async () => {
    await expectRefusal(
      light().doc('a').update({ c: six }),
      'DATABASE_REQUEST_FAILED',
      'Resulting document after update is larger than 16777216',
    );
    expect((await light().doc('a').field({ c: true }).get()).data).toEqual([{ _id: 'a' }]);
  });

  it('get of more than 16 MB is refused: DATABASE_REQUEST_FAILED', async () => {
    await expectRefusal(heavy().get(), 'DATABASE_REQUEST_FAILED', '16 MB');
    expect((await heavy().limit(2).get()).data).toHaveLength(2);
    expect((await heavy().field({ _id: true }).get()).data).toHaveLength(3);
  });

  it('aggregate that answers more than 16 MB is refused: DATABASE_REQUEST_FAILED', async () => {
    await expectRefusal(heavy().aggregate().limit(3).end(), 'DATABASE_REQUEST_FAILED', '16 MB');
  });
});
