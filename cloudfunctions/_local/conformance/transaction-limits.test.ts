import { refusalOf } from '../testing-sdk';
import { expectRefusal, onEveryCloud } from './every-cloud';

const FAIL = 'DATABASE_TRANSACTION_FAIL';

onEveryCloud('limits of transactions', (cloud) => {
  const items = cloud.collection('items', [{ name: 'code', keys: { code: 1 }, unique: true }]);

  beforeEach(async () => {
    await items().where({}).remove();
    await items().add([
      { _id: 'a', code: 1, n: 10 },
      { _id: 'b', code: 2, n: 10 },
    ]);
  });

  it('takes one operation at a time; of several in parallel the first runs: TransactionBusy', async () => {
    const tx = await cloud.db.startTransaction();
    for (let round = 0; round < 10; round += 1) {
      const calls = ['a', 'b', 'a', 'b'].map((id) => items(tx).doc(id).get());
      const outcomes = await Promise.allSettled(calls);
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused).toHaveLength(3);
      for (const { reason } of refused) {
        expect(reason).toMatchObject({
          code: FAIL,
          message: expect.stringContaining(
            '[ResourceUnavailable.TransactionBusy] Transaction is busy.',
          ) as string,
        });
      }
    }
    // A refusal for that has not ended it.
    await items(tx).doc('a').update({ n: 11 });
    await tx.commit();
    expect((await items().doc('a').get()).data).toMatchObject([{ n: 11 }]);
  });

  it('does not take a commit while an operation is under way: TransactionBusy', async () => {
    const tx = await cloud.db.startTransaction();
    const writing = items(tx).doc('a').update({ n: 11 });
    await expectRefusal(tx.commit(), FAIL, 'TransactionBusy');
    await writing;
    await tx.commit();
    expect((await items().doc('a').get()).data).toMatchObject([{ n: 11 }]);
  });

  it('takes any number of operations one after the other without calling them parallel', async () => {
    const tx = await cloud.db.startTransaction();
    for (let i = 0; i < 50; i += 1) await items(tx).doc('a').get();
    await tx.commit();
  });

  it('takes 100 operations and not one more', async () => {
    const tx = await cloud.db.startTransaction();
    for (let i = 0; i < 100; i += 1) await items(tx).doc('c').set({ code: 3, i });
    await expectRefusal(items(tx).doc('a').get(), FAIL, '100 operations');
    await expectRefusal(tx.commit(), FAIL, 'TransactionNotExist');
    expect((await items().doc('c').get()).data).toEqual([]);
  });

  it.each(['commit', 'rollback'] as const)('takes nothing after its %s: TransactionNotExist', async (end) => {
    const tx = await cloud.db.startTransaction();
    await tx[end]();
    const gone =
      '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.';
    await expectRefusal(items(tx).doc('a').get(), FAIL, gone);
    await expectRefusal(items(tx).doc('a').set({ n: 1 }), FAIL, gone);
    await expectRefusal(items(tx).add({ n: 1 }), FAIL, gone);
    await expectRefusal(tx.commit(), FAIL, gone);
    await expectRefusal(tx.rollback(), FAIL, gone);
  });

  it('is ended by an operation that fails, with all it wrote', async () => {
    const tx = await cloud.db.startTransaction();
    await items(tx).doc('a').update({ n: 1 });
    expect((await refusalOf(items(tx).doc('a').update({ code: 2 }))).message).toContain('E11000');
    await expectRefusal(tx.commit(), FAIL, 'TransactionNotExist');
    expect((await items().doc('a').get()).data).toMatchObject([{ n: 10 }]);
  });

  it('where().update(), where().remove() and count() run outside it, unseen by it', async () => {
    const tx = await cloud.db.startTransaction();
    await items(tx).doc('b').get();
    await items(tx).where({ code: 1 }).update({ n: 77 });
    await items(tx).where({ code: 2 }).remove();
    expect(await items(tx).where({}).count()).toMatchObject({ total: 1 });
    expect(await items(tx).doc('b').get()).toMatchObject({ data: { n: 10 } });
    await tx.rollback();
    expect((await items().get()).data).toEqual([{ _id: 'a', code: 1, n: 77 }]);
  });

  cloud.localOnly('what runs outside beside an open transaction is reported', async (local) => {
    const tx = await cloud.db.startTransaction();
    const before = local.faults().length;
    const reported = (): string[] =>
      local
        .faults()
        .slice(before)
        .map(({ kind }) => kind);
    await items(tx).where({ code: 1 }).get();
    await items(tx).doc('a').get();
    expect(reported()).toEqual([]);
    await items(tx).where({ code: 1 }).update({ n: 77 });
    await items(tx).where({ code: 2 }).remove();
    await items(tx).where({ code: 2 }).count();
    await items(tx).aggregate().limit(1).end();
    expect(reported()).toEqual(Array(4).fill('outside-transaction'));
    await tx.rollback();
    await items().where({ code: 1 }).update({ n: 78 });
    expect(reported()).toHaveLength(4);
  });
});
