import type { SdkTransaction } from '../testing-sdk';
import { expectRefusal, onEveryCloud } from './every-cloud';

const CONFLICT = 'DATABASE_TRANSACTION_CONFLICT';

onEveryCloud('transactions', (cloud) => {
  const accounts = cloud.collection('accounts', [{ name: 'owner', keys: { owner: 1 }, unique: true }]);

  beforeEach(async () => {
    await accounts().where({}).remove();
    await accounts().add([
      { _id: 'a', owner: 'wang', n: 10 },
      { _id: 'b', owner: 'li', n: 10 },
    ]);
  });

  /** Inside a transaction the SDK answers one document or null, whatever its types say. */
  const read = async (tx: SdkTransaction, id: string): Promise<{ n: number } | null> => {
    const { data } = await accounts(tx).doc(id).get();
    return data as unknown as { n: number } | null;
  };
  const stored = async (id: string): Promise<unknown> => (await accounts().doc(id).get()).data[0];

  describe('one transaction', () => {
    it('commits all its writes together', async () => {
      await cloud.db.runTransaction(async (tx) => {
        await accounts(tx)
          .doc('a')
          .update({ n: cloud.db.command.inc(-4) });
        await accounts(tx)
          .doc('b')
          .update({ n: cloud.db.command.inc(4) });
        await accounts(tx).add({ _id: 'c', owner: 'chen', n: 0 });
        expect(await stored('a')).toMatchObject({ n: 10 });
        expect(await stored('c')).toBeUndefined();
      });
      const after = [await stored('a'), await stored('b'), await stored('c')];
      expect(after).toMatchObject([{ n: 6 }, { n: 14 }, { n: 0 }]);
    });

    it('leaves nothing behind when it is rolled back', async () => {
      const tx = await cloud.db.startTransaction();
      await accounts(tx).doc('a').update({ n: 0 });
      await tx.rollback();
      expect(await stored('a')).toMatchObject({ n: 10 });
    });

    it('leaves nothing behind when its callback fails, and is not tried again', async () => {
      let rounds = 0;
      const failing = cloud.db.runTransaction(async (tx) => {
        rounds += 1;
        await accounts(tx).doc('a').remove();
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(rounds).toBe(1);
      expect(await stored('a')).toMatchObject({ n: 10 });
    });

    it('rejects with what the callback rolled back for', async () => {
      const rolledBack = cloud.db.runTransaction((tx) => tx.rollback('changed my mind'));
      await expect(rolledBack).rejects.toBe('changed my mind');
    });

    it('reads its own writes: update, remove, set, add', async () => {
      const tx = await cloud.db.startTransaction();
      await accounts(tx).doc('a').update({ n: 11 });
      await accounts(tx).doc('b').remove();
      await accounts(tx).doc('x').set({ owner: 'x', n: 1 });
      await accounts(tx).add({ _id: 'y', owner: 'y', n: 2 });
      expect(await read(tx, 'a')).toMatchObject({ n: 11 });
      expect(await read(tx, 'b')).toBeNull();
      expect(await read(tx, 'x')).toMatchObject({ n: 1 });
      expect(await read(tx, 'y')).toMatchObject({ n: 2 });
      await tx.rollback();
    });

    it('answers what each operation did', async () => {
      const tx = await cloud.db.startTransaction();
      expect(await accounts(tx).add({ _id: 'c', owner: 'chen' })).toMatchObject({ id: 'c', inserted: 1 });
      expect(await accounts(tx).doc('a').update({ n: 1 })).toMatchObject({ updated: 1 });
      expect(await accounts(tx).doc('d').set({ owner: 'd' })).toMatchObject({
        updated: 0,
        upserted: [{ _id: 'd' }],
      });
      expect(await accounts(tx).doc('b').remove()).toMatchObject({ deleted: 1 });
      await tx.rollback();
    });

    it('sees the state at its start, whatever others commit meanwhile', async () => {
      const tx = await cloud.db.startTransaction();
      // The snapshot is taken by the first operation at the latest.
      await read(tx, 'a');
      await accounts().doc('a').update({ n: 99 });
      await accounts().doc('b').remove();
      await accounts().add({ _id: 'later', owner: 'later', n: 1 });
      expect(await read(tx, 'a')).toMatchObject({ n: 10 });
      expect(await read(tx, 'b')).toMatchObject({ n: 10 });
      expect(await read(tx, 'later')).toBeNull();
      await tx.commit();
    });

    it('where().get() sees the snapshot and its own writes', async () => {
      const tx = await cloud.db.startTransaction();
      await accounts(tx).add([
        { _id: 'c', owner: 'chen', n: 5 },
        { _id: 'd', owner: 'deng', n: 20 },
      ]);
      await accounts().doc('b').update({ n: 1 });
      const inSight = await accounts(tx)
        .where({ n: cloud.db.command.gte(5) })
        .orderBy('n', 'desc')
        .orderBy('_id', 'asc')
        .get();
      expect(inSight.data.map(({ _id }) => _id)).toEqual(['d', 'a', 'b', 'c']);
      const second = await accounts(tx).orderBy('n', 'asc').skip(1).limit(1).field({ n: true }).get();
      expect(second.data).toMatchObject([{ n: 10 }]);
      await tx.rollback();
    });

    it('updateAndReturn() changes the first match inside it', async () => {
      const tx = await cloud.db.startTransaction();
      const answer = await accounts(tx).where({ owner: 'wang' }).updateAndReturn({ n: 77 });
      expect(answer).toMatchObject({ updated: 1, doc: { _id: 'a', n: 77 } });
      expect(await stored('a')).toMatchObject({ n: 10 });
      await tx.commit();
      expect(await stored('a')).toMatchObject({ n: 77 });
    });

    it('lets a unique value change hands inside it', async () => {
      await cloud.db.runTransaction(async (tx) => {
        await accounts(tx).doc('b').update({ owner: 'nobody' });
        await accounts(tx).doc('a').update({ owner: 'li' });
        await accounts(tx).doc('b').update({ owner: 'wang' });
      });
      expect([await stored('a'), await stored('b')]).toMatchObject([{ owner: 'li' }, { owner: 'wang' }]);
    });
  });

  describe('two writers', () => {
    it(`the first to write wins, the second is refused at once: ${CONFLICT}`, async () => {
      const first = await cloud.db.startTransaction();
      const second = await cloud.db.startTransaction();
      await accounts(first).doc('a').update({ n: 1 });
      await expectRefusal(
        accounts(second).doc('a').update({ n: 2 }),
        CONFLICT,
        '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
      );
      await first.commit();
      expect(await stored('a')).toMatchObject({ n: 1 });
    });

    it(`a write after another's commit is refused: ${CONFLICT}`, async () => {
      const tx = await cloud.db.startTransaction();
      await read(tx, 'a');
      await accounts().doc('a').update({ n: 50 });
      await expectRefusal(accounts(tx).doc('a').update({ n: 2 }), CONFLICT);
      expect(await stored('a')).toMatchObject({ n: 50 });
    });

    it('a conflict has aborted the transaction already', async () => {
      const tx = await cloud.db.startTransaction();
      await accounts(tx).doc('b').update({ n: 0 });
      await accounts().doc('a').update({ n: 50 });
      await expectRefusal(accounts(tx).doc('a').update({ n: 2 }), CONFLICT);
      // What it held is free: nobody waits for a transaction that nobody will end.
      await accounts().doc('b').update({ n: 8 });
      await expectRefusal(tx.commit(), 'DATABASE_TRANSACTION_FAIL', 'TransactionNotExist');
      expect(await stored('b')).toMatchObject({ n: 8 });
    });

    it('runTransaction tries again with a fresh snapshot, so that nothing is lost', async () => {
      let rounds = 0;
      await cloud.db.runTransaction(async (tx) => {
        rounds += 1;
        const found = await read(tx, 'a');
        if (rounds === 1) await accounts().doc('a').update({ n: 100 });
        await accounts(tx)
          .doc('a')
          .update({ n: (found?.n ?? 0) + 1 });
      });
      expect(rounds).toBe(2);
      expect(await stored('a')).toMatchObject({ n: 101 });
    });

    it('runTransaction gives up after three more attempts', async () => {
      let rounds = 0;
      const losing = cloud.db.runTransaction(async (tx) => {
        rounds += 1;
        await read(tx, 'a');
        await accounts()
          .doc('a')
          .update({ n: 100 + rounds });
        await accounts(tx).doc('a').update({ n: 0 });
      });
      await expectRefusal(losing, CONFLICT);
      expect(rounds).toBe(4);
      expect(await stored('a')).toMatchObject({ n: 104 });
    });

    it('inserting the same id or unique value is a conflict, and a clash once committed', async () => {
      const first = await cloud.db.startTransaction();
      const second = await cloud.db.startTransaction();
      await accounts(first).add({ _id: 'new', owner: 'new' });
      await expectRefusal(accounts(second).add({ _id: 'new', owner: 'other' }), CONFLICT);
      const third = await cloud.db.startTransaction();
      await expectRefusal(accounts(third).add({ _id: 'newer', owner: 'new' }), CONFLICT);
      await first.commit();
      const fourth = await cloud.db.startTransaction();
      await expect(accounts(fourth).add({ _id: 'newest', owner: 'new' })).rejects.toThrow('E11000');
    });

    it('a write outside waits until the transaction that was first has ended', async () => {
      const tx = await cloud.db.startTransaction();
      await accounts(tx).doc('a').update({ n: 1 });
      const outside = accounts()
        .doc('a')
        .update({ n: cloud.db.command.inc(5) });
      await tx.commit();
      await outside;
      expect(await stored('a')).toMatchObject({ n: 6 });
    });

    it('write skew is possible: each reads what the other writes', async () => {
      const first = await cloud.db.startTransaction();
      const second = await cloud.db.startTransaction();
      await read(first, 'b');
      await read(second, 'a');
      await accounts(first).doc('a').update({ n: 0 });
      await accounts(second).doc('b').update({ n: 0 });
      await first.commit();
      await second.commit();
      expect([await stored('a'), await stored('b')]).toMatchObject([{ n: 0 }, { n: 0 }]);
    });
  });
});
