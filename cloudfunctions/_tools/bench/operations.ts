import { listMyClaims } from '../../../shared/claim/list-my-claims.contract';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { WANG } from '../../../shared/testing/cast';
import { createCloudbase, databaseOf } from '../../_adapters/cloudbase';
import { orderInput, planAt } from '../testing/families';
import { requestIdForTest, setStage, type Stage } from '../testing/stage';
import { inTurn, type Timing } from './pairs';

/** One operation beside the same number of bare SDK calls. */
export interface OperationTiming {
  readonly name: string;
  readonly calls: string;
  readonly operation: Timing;
  readonly bare: Timing;
}

const ROUNDS = 60;
const COLLECTION = 'plans';

type Db = ReturnType<typeof databaseOf>;

const bareReads = async (db: Db, count: number): Promise<void> => {
  for (let call = 0; call < count; call += 1) await db.collection(COLLECTION).doc('bench').get();
};

/** A transaction of `reads` reads and `writes` writes. */
const bareTransaction = async (db: Db, round: number, reads: number, writes: number): Promise<void> => {
  const transaction = await db.startTransaction();
  for (let call = 0; call < reads; call += 1) await transaction.collection(COLLECTION).doc('bench').get();
  for (let call = 0; call < writes; call += 1) {
    await transaction
      .collection(COLLECTION)
      .doc(`bench-${String(round)}-${String(call)}`)
      .set({ round, call });
  }
  await transaction.commit();
};

const timeBuyCover = async (stage: Stage, db: Db): Promise<OperationTiming> => {
  const input = orderInput(WANG, await planAt(stage, WANG));
  const { operation, bare } = await inTurn(ROUNDS, {
    operation: () => stage.ask(buyCover, { ...input, requestId: requestIdForTest() }, WANG.openid),
    bare: async (round) => {
      await bareReads(db, 2);
      await bareTransaction(db, round, 3, 5);
    },
  });
  return { name: 'buyCover', calls: '2 reads + 1 transaction of 8', operation, bare };
};

const timeListMyClaims = async (stage: Stage, db: Db): Promise<OperationTiming> => {
  const { operation, bare } = await inTurn(ROUNDS, {
    operation: () => stage.ask(listMyClaims, {}, WANG.openid),
    bare: () => bareReads(db, 1),
  });
  return { name: 'listMyClaims', calls: '1 read', operation, bare };
};

/** Warm calls through the local cloud's door and the deployed bundle, in one run with bare SDK calls from this process. */
export const timeOperations = async (): Promise<OperationTiming[]> => {
  const stage = await setStage({ functions: true });
  try {
    const db = databaseOf(createCloudbase());
    await stage.ask(listMyClaims, {}, WANG.openid);
    return [await timeBuyCover(stage, db), await timeListMyClaims(stage, db)];
  } finally {
    await stage.close();
  }
};
