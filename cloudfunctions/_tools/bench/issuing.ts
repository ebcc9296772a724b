import { createCloudbase, databaseOf } from '../../_adapters/cloudbase';
import type { DatabasePort, StoredDocument } from '../../_core/ports/database';
import { workshopOf } from '../../_core/serve';
import type { Workshop } from '../../_core/operation';
import { issueSome } from '../../_operations/sponsor/issue-batch';
import type { Plan } from '../../../shared/product/plan.schema';
import type { CastHousehold } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { addDays } from '../../../shared/time/china-day';
import { hires } from '../testing/claims';
import { newFamily, planAt } from '../testing/families';
import { fundedRoster, SECOND_CASHIER } from '../testing/rosters';
import { setStage, type Stage } from '../testing/stage';
import { inTurn } from './pairs';
import { atLeast, type Row } from './table';

const ROUNDS = 60;
/** Families of three that one transaction holds. */
const A_TRANSACTION = 5;
const RATE = 300;
const SHARE_OF_BARE = 0.7;

type Db = ReturnType<typeof databaseOf>;

/** One call of the database in a transaction. */
interface Call {
  readonly what: 'get' | 'create' | 'put';
  readonly collection: string;
  readonly document: StoredDocument;
}

/** The workshop of the stage, with a note of what each transaction called. */
const noting = (stage: Stage, calls: Call[]): Workshop => {
  const { ports, vault } = stage.workshop;
  const real = ports.database;
  const database: DatabasePort = {
    get: (...args) => real.get(...args),
    find: (...args) => real.find(...args),
    transaction: (work) =>
      real.transaction((tx) => {
        calls.length = 0;
        const note = (what: Call['what'], collection: string, document: StoredDocument): void => {
          calls.push({ what, collection, document });
        };
        return work({
          get: (collection, id) => {
            note('get', collection, { _id: id });
            return tx.get(collection, id);
          },
          create: (collection, document) => {
            note('create', collection, document);
            return tx.create(collection, document);
          },
          put: (collection, document) => {
            note('put', collection, document);
            return tx.put(collection, document);
          },
        });
      }),
  };
  return workshopOf({ ports: { ...ports, database }, vault });
};

/** Records that issuing finds, where the bare SDK must find them too. */
const FOUND = ['rosters', 'roster_batches'];

/** The same calls, with documents of the same size, from the SDK alone. */
const replay = async (db: Db, calls: readonly Call[]): Promise<void> => {
  const transaction = await db.startTransaction();
  for (const { what, collection, document } of calls) {
    const { _id, ...fields } = document;
    const own = `${_id}-bare`;
    // Audit rows are unique by chain and number.
    const changed = 'chain' in fields ? { ...fields, chain: `${String(fields.chain)}-bare` } : fields;
    const of = transaction.collection(collection);
    if (what === 'get') await of.doc(FOUND.includes(collection) ? _id : own).get();
    else if (what === 'create') await of.add({ ...changed, _id: own });
    else await of.doc(own).set(changed);
  }
  await transaction.commit();
};

const familyOf = (number: number): CastHousehold => {
  const family = newFamily();
  const born = (day: string) => addDays(day, number);
  const [head, spouse, child] = family.members;
  if (!head || !spouse || !child) throw new Error('a family of three');
  return {
    ...family,
    members: [
      { ...head, idNumber: idNumberFor(born('1980-02-02'), 11) },
      { ...spouse, idNumber: idNumberFor(born('1982-03-03'), 22) },
      { ...child, idNumber: idNumberFor(born('2012-04-04'), 33) },
    ],
  };
};

const planOfStage = async (stage: Stage): Promise<Plan> => {
  const { id } = await planAt(stage, newFamily());
  const plan = await stage.workshop.read.plans.get(id);
  if (!plan) throw new Error('no plan');
  return plan;
};

/**
 * Policies issued a second from a roster, through the local cloud, beside the bare SDK that makes the same calls in the
 * same transactions; in pairs, medians.
 */
export const timeIssuing = async (): Promise<Row[]> => {
  const stage = await setStage();
  try {
    await hires(stage, SECOND_CASHIER.openid, ['cashier']);
    const plan = await planOfStage(stage);
    const count = A_TRANSACTION * Math.ceil(ROUNDS * 1.2) + A_TRANSACTION;
    const families = Array.from({ length: count }, (_, number) => familyOf(number));
    const { id } = await fundedRoster(stage, { plan, families });
    const calls: Call[] = [];
    const { write, vault, ports } = noting(stage, calls);
    const db = databaseOf(createCloudbase());
    let batch = 1;
    const { issuing, bare } = await inTurn(ROUNDS, {
      issuing: async () => {
        const standing = await write(issueSome(id, batch, { vault, plan, now: () => ports.clock.now() }));
        if (standing === 'done') batch += 1;
      },
      bare: () => replay(db, calls),
    });
    const rateOf = (p50: number): number => (A_TRANSACTION * 1000) / p50;
    const limit = Math.min(RATE, Math.floor(SHARE_OF_BARE * rateOf(bare.p50)));
    const beside = `${String(Math.round(rateOf(issuing.p50)))} beside ${String(Math.round(rateOf(bare.p50)))} of the bare SDK`;
    return [
      atLeast(
        `policies issued from a roster, ${String(calls.length)} calls a transaction (${beside}, ${((100 * bare.p50) / issuing.p50).toFixed(0)} %)`,
        rateOf(issuing.p50),
        limit,
        ' a second',
      ),
    ];
  } finally {
    await stage.close();
  }
};
