import { expectRefusal, onEveryCloud } from './every-cloud';

onEveryCloud('collections', (cloud) => {
  const things = cloud.collection('things');
  const missing = 'never_made_by_anybody';

  it('createCollection refuses a second of the same name: DATABASE_COLLECTION_ALREADY_EXIST', async () => {
    await expectRefusal(
      cloud.db.createCollection(things.collectionName),
      'DATABASE_COLLECTION_ALREADY_EXIST',
    );
  });

  it.each([
    ['get', () => cloud.db.collection(missing).get()],
    ['doc get', () => cloud.db.collection(missing).doc('a').get()],
    ['count', () => cloud.db.collection(missing).count()],
    ['add', () => cloud.db.collection(missing).add({ a: 1 })],
    ['doc set', () => cloud.db.collection(missing).doc('a').set({ a: 1 })],
    ['doc update', () => cloud.db.collection(missing).doc('a').update({ a: 1 })],
    ['doc remove', () => cloud.db.collection(missing).doc('a').remove()],
    ['where update', () => cloud.db.collection(missing).where({ a: 1 }).update({ a: 2 })],
    ['where remove', () => cloud.db.collection(missing).where({ a: 1 }).remove()],
    ['updateAndReturn', () => cloud.db.collection(missing).where({ a: 1 }).updateAndReturn({ a: 2 })],
    ['aggregate', () => cloud.db.collection(missing).aggregate().limit(1).end()],
  ])('%s on a missing collection is refused: DATABASE_COLLECTION_NOT_EXIST', async (_name, call) => {
    await expectRefusal(call(), 'DATABASE_COLLECTION_NOT_EXIST', missing);
  });
});
