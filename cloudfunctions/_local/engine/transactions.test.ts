import type { LocalCloud } from '../local-cloud';
import { startTestCloud } from '../testing';
import { type SdkDatabase, type SdkTransaction, connectDatabase, refusalOf } from '../testing-sdk';

let cloud: LocalCloud;
let db: SdkDatabase;

beforeAll(async () => {
  cloud = await startTestCloud();
  db = connectDatabase(cloud);
  cloud.createIndexes('accounts', [{ name: 'owner', keys: { owner: 1 }, unique: true }]);
});

afterAll(() => cloud.close());

beforeEach(async () => {
  await accounts().where({}).remove();
  await accounts().add([
    { _id: 'a', owner: 'wang', n: 10 },
    { _id: 'b', owner: 'li', n: 10 },
  ]);
});

const accounts = () => db.collection('accounts');
/** Inside a transaction the SDK answers one document or null, whatever its types say. */
const read = async (transaction: SdkTransaction, id: string): Promise<{ n: number } | null> => {
  const { data } = await transaction.collection('accounts').doc(id).get();
  return data as unknown as { n: number } | null;
};
const stored = async (id: string): Promise<unknown> => (await accounts().doc(id).get()).data[0];

describe('a transaction', () => {
  it('commits all its writes together', async () => {
    await db.runTransaction(async (tx) => {
      await tx
        .collection('accounts')
        .doc('a')
        .update({ n: db.command.inc(-4) });
      await tx
        .collection('accounts')
        .doc('b')
        .update({ n: db.command.inc(4) });
      await tx.collection('accounts').add({ _id: 'c', owner: 'chen', n: 0 });
      expect(await stored('a')).toMatchObject({ n: 10 });
      expect(await stored('c')).toBeUndefined();
    });
    expect([await stored('a'), await stored('b'), await stored('c')]).toMatchObject([
      { n: 6 },
      { n: 14 },
      { n: 0 },
    ]);
  });

  it('leaves nothing behind when it is rolled back or its function fails', async () => {
    const tx = await db.startTransaction();
    await tx.collection('accounts').doc('a').update({ n: 0 });
    await tx.rollback();
    const failing = db.runTransaction(async (other) => {
      await other.collection('accounts').doc('a').remove();
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await stored('a')).toMatchObject({ n: 10 });
  });

  it('reads its own writes', async () => {
    const tx = await db.startTransaction();
    await tx.collection('accounts').doc('a').update({ n: 11 });
    await tx.collection('accounts').doc('b').remove();
    await tx.collection('accounts').doc('x').set({ owner: 'x', n: 1 });
    expect(await read(tx, 'a')).toMatchObject({ n: 11 });
    expect(await read(tx, 'b')).toBeNull();
    expect(await read(tx, 'x')).toMatchObject({ n: 1 });
    await tx.rollback();
  });

  it('sees the state at its start, whatever others commit meanwhile', async () => {
    const tx = await db.startTransaction();
    await accounts().doc('a').update({ n: 99 });
    await accounts().doc('b').remove();
    await accounts().add({ _id: 'later', owner: 'later', n: 1 });
    expect(await read(tx, 'a')).toMatchObject({ n: 10 });
    expect(await read(tx, 'b')).toMatchObject({ n: 10 });
    expect(await read(tx, 'later')).toBeNull();
    await tx.commit();
  });

  it('lets a unique value change hands inside it', async () => {
    await db.runTransaction(async (tx) => {
      await tx.collection('accounts').doc('b').update({ owner: 'nobody' });
      await tx.collection('accounts').doc('a').update({ owner: 'li' });
      await tx.collection('accounts').doc('b').update({ owner: 'wang' });
    });
    expect([await stored('a'), await stored('b')]).toMatchObject([{ owner: 'li' }, { owner: 'wang' }]);
  });
});

describe('two writers', () => {
  it('the first to write wins, the second gets a conflict at once', async () => {
    const first = await db.startTransaction();
    const second = await db.startTransaction();
    await first.collection('accounts').doc('a').update({ n: 1 });
    const { code } = await refusalOf(second.collection('accounts').doc('a').update({ n: 2 }));
    expect(code).toBe('DATABASE_TRANSACTION_CONFLICT');
    await first.commit();
    expect((await refusalOf(second.commit())).code).toBe('DATABASE_TRANSACTION_FAIL');
    expect(await stored('a')).toMatchObject({ n: 1 });
  });

  it('a write after a later commit is a conflict too', async () => {
    const tx = await db.startTransaction();
    await read(tx, 'a');
    await accounts().doc('a').update({ n: 50 });
    const { code } = await refusalOf(tx.collection('accounts').doc('a').update({ n: 2 }));
    expect(code).toBe('DATABASE_TRANSACTION_CONFLICT');
  });

  it('runTransaction tries again with a fresh snapshot until nothing is lost', async () => {
    const add = () =>
      db.runTransaction(async (tx) => {
        const found = await read(tx, 'a');
        await tx
          .collection('accounts')
          .doc('a')
          .update({ n: (found?.n ?? 0) + 1 });
      });
    const outcomes = await Promise.allSettled([add(), add(), add(), add()]);
    const won = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(won).toBeGreaterThan(0);
    expect(await stored('a')).toMatchObject({ n: 10 + won });
  });

  it('runTransaction gives up after four attempts', async () => {
    let attempts = 0;
    const attempt = db.runTransaction(async (tx) => {
      attempts += 1;
      await accounts()
        .doc('a')
        .update({ n: 100 + attempts });
      await tx.collection('accounts').doc('a').update({ n: 0 });
    });
    expect((await refusalOf(attempt)).code).toBe('DATABASE_TRANSACTION_CONFLICT');
    expect(attempts).toBe(4);
  });

  it('inserting the same id or unique value is a conflict, and a clash once committed', async () => {
    const first = await db.startTransaction();
    const second = await db.startTransaction();
    await first.collection('accounts').add({ _id: 'new', owner: 'new', n: 0 });
    const sameId = await refusalOf(second.collection('accounts').add({ _id: 'new', owner: 'other', n: 0 }));
    expect(sameId.code).toBe('DATABASE_TRANSACTION_CONFLICT');
    const third = await db.startTransaction();
    const sameValue = await refusalOf(third.collection('accounts').add({ _id: 'newer', owner: 'new', n: 0 }));
    expect(sameValue.code).toBe('DATABASE_TRANSACTION_CONFLICT');
    await first.commit();
    const fourth = await db.startTransaction();
    const clash = await refusalOf(fourth.collection('accounts').add({ _id: 'newest', owner: 'new', n: 0 }));
    expect(clash.message).toContain('E11000');
  });

  it('a write outside waits until the transaction that was first has ended', async () => {
    const tx = await db.startTransaction();
    await tx.collection('accounts').doc('a').update({ n: 1 });
    const outside = accounts()
      .doc('a')
      .update({ n: db.command.inc(5) });
    await tx.commit();
    await outside;
    expect(await stored('a')).toMatchObject({ n: 6 });
  });

  it('write skew is possible: each reads what the other writes', async () => {
    const first = await db.startTransaction();
    const second = await db.startTransaction();
    await read(first, 'b');
    await read(second, 'a');
    await first.collection('accounts').doc('a').update({ n: 0 });
    await second.collection('accounts').doc('b').update({ n: 0 });
    await first.commit();
    await second.commit();
    expect([await stored('a'), await stored('b')]).toMatchObject([{ n: 0 }, { n: 0 }]);
  });
});

describe('limits', () => {
  it('one operation at a time', async () => {
    const tx = await db.startTransaction();
    const outcomes = await Promise.allSettled(['a', 'b', 'a', 'b'].map((id) => read(tx, id)));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const outcome of refused) {
      expect(outcome.reason).toMatchObject({
        code: 'DATABASE_TRANSACTION_FAIL',
        message: expect.stringContaining('TransactionBusy') as string,
      });
    }
    await tx.rollback();
  });

  it('at most 100 operations', async () => {
    const long = await startTestCloud();
    const other = connectDatabase(long);
    await other.createCollection('accounts');
    const tx = await other.startTransaction();
    for (let i = 0; i < 100; i += 1) await tx.collection('accounts').doc('a').set({ i });
    const { code, message } = await refusalOf(tx.collection('accounts').doc('a').get());
    expect([code, message]).toEqual(['DATABASE_TRANSACTION_FAIL', expect.stringContaining('100 operations')]);
    expect((await refusalOf(tx.commit())).message).toContain('TransactionNotExist');
    expect((await other.collection('accounts').count()).total).toBe(0);
    await long.close();
  });

  it('ends by itself when it stays open too long, and frees what it held', async () => {
    const hasty = await startTestCloud({ longestTransactionMs: 2500 });
    const other = connectDatabase(hasty);
    await other.createCollection('accounts');
    const tx = await other.startTransaction();
    await tx.collection('accounts').doc('a').set({ n: 1 });
    // Waits for the transaction's end: it holds the document until then.
    await other.collection('accounts').doc('a').set({ n: 2 });
    const late = await refusalOf(tx.collection('accounts').doc('a').get());
    expect(late.message).toContain('TransactionNotExist');
    expect((await other.collection('accounts').doc('a').get()).data).toEqual([{ _id: 'a', n: 2 }]);
    await hasty.close();
  });

  it('refuses operations after the end', async () => {
    const tx = await db.startTransaction();
    await tx.commit();
    const afterwards = [tx.collection('accounts').doc('a').get(), tx.commit(), tx.rollback()];
    for (const call of afterwards) expect((await refusalOf(call)).code).toBe('DATABASE_TRANSACTION_FAIL');
  });

  it('takes doc() and add() only', async () => {
    const reading = await db.startTransaction();
    const { message } = await refusalOf(reading.collection('accounts').where({ n: 10 }).get());
    expect(message).toContain('doc() operations and add() only');
  });

  it('a failed operation ends it, as in MongoDB', async () => {
    const tx = await db.startTransaction();
    await tx.collection('accounts').doc('a').update({ n: 1 });
    expect((await refusalOf(tx.collection('accounts').doc('a').update({ owner: 'li' }))).message).toContain(
      'E11000',
    );
    expect((await refusalOf(tx.commit())).message).toContain('TransactionNotExist');
    expect(await stored('a')).toMatchObject({ n: 10 });
  });
});
