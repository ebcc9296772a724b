import { onEveryCloud } from './every-cloud';

/**
 * What null finds at the end of a path that leads through other things than documents.
 * Source: https://www.mongodb.com/docs/manual/tutorial/query-for-null-fields/
 */
onEveryCloud('null and missing fields in queries', (cloud) => {
  const things = cloud.collection('things');

  beforeAll(async () => {
    await things().add([
      { _id: 'missing' },
      { _id: 'null', a: null },
      { _id: 'number', a: 4 },
      { _id: 'empty', a: {} },
      { _id: 'inner null', a: { b: null } },
      { _id: 'inner value', a: { b: 'x' } },
      { _id: 'empty list', a: [] },
      { _id: 'list in list', a: [[]] },
      { _id: 'list of values', a: [1, 'x'] },
      { _id: 'list with null', a: [1, null] },
      { _id: 'documents with null', a: [{ b: 3 }, { b: null }] },
      { _id: 'documents with missing', a: [{ b: 3 }, {}] },
      { _id: 'documents', a: [{ b: 3 }] },
    ]);
  });

  it.each([
    ['a', { $eq: null }, ['missing', 'null', 'list with null']],
    [
      'a.b',
      { $eq: null },
      ['missing', 'null', 'number', 'empty', 'inner null', 'documents with null', 'documents with missing'],
    ],
    [
      'a.b',
      { $ne: null },
      ['inner value', 'empty list', 'list in list', 'list of values', 'list with null', 'documents'],
    ],
    [
      'a.b',
      { $exists: true },
      ['inner null', 'inner value', 'documents with null', 'documents with missing', 'documents'],
    ],
    ['a', { $elemMatch: { $eq: null } }, ['list with null']],
    ['a', { $elemMatch: { b: null } }, ['list in list', 'documents with null', 'documents with missing']],
    ['a', { $gt: null }, []],
    ['a', { $gte: null }, ['missing', 'null', 'list with null']],
  ])('%s: %j', async (field, condition, ids) => {
    const { data } = await things()
      .where({ [field]: condition })
      .get();
    expect(data.map(({ _id }) => _id)).toEqual(ids);
  });
});
