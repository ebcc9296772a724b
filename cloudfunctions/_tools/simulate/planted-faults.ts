import { moveOrder } from '../../../shared/order/order.schema';
import { PaymentRefused, type PaymentPort } from '../../_core/ports/payment';
import type { DatabasePort, DocumentTransaction, StoredDocument } from '../../_core/ports/database';
import type { Workshop } from '../../_core/operation';
import { issuePolicy } from '../../_operations/order/issue-policy';
import { planOf } from '../../_operations/product/sale-plan';
import type { Plants, World } from './world';

/** Writes at once, each on its own: what a handler writes before it dies stays. */
const withoutTransaction = (real: DatabasePort): DatabasePort => ({
  get: (collection, id) => real.get(collection, id),
  find: (collection, query) => real.find(collection, query),
  transaction: (work) => {
    const alone = <T>(write: (transaction: DocumentTransaction) => Promise<T>): Promise<T> =>
      real.transaction(write);
    return work({
      get: (collection, id) => real.get(collection, id),
      create: (collection, document) => alone((transaction) => transaction.create(collection, document)),
      put: (collection, document) => alone((transaction) => transaction.put(collection, document)),
    });
  },
});

/** Reads before the transaction and writes inside: the last writer wins, whatever happened in between. */
const checkThenAct = (real: DatabasePort): DatabasePort => ({
  get: (collection, id) => real.get(collection, id),
  find: (collection, query) => real.find(collection, query),
  transaction: async (work) => {
    const writes: ((transaction: DocumentTransaction) => Promise<void>)[] = [];
    const own = new Map<string, StoredDocument>();
    const note = (collection: string, document: StoredDocument): void => {
      own.set(`${collection}/${document._id}`, document);
      writes.push((transaction) => transaction.put(collection, document));
    };
    const result = await work({
      get: async (collection, id) => own.get(`${collection}/${id}`) ?? (await real.get(collection, id)),
      create: async (collection, document) => note(collection, document),
      put: async (collection, document) => note(collection, document),
    });
    await real.transaction(async (transaction) => {
      for (const write of writes) await write(transaction);
    });
    return result;
  },
});

/** Believes a callback and issues on its own, beside `advanceOrder`. */
const secondWriter = async (workshop: Workshop, outTradeNo: string): Promise<void> => {
  const order = await workshop.read.orders.get(outTradeNo.replace(/-\d+$/, ''));
  if (order?.state !== 'new') return;
  const at = workshop.ports.clock.now();
  const attempts = order.attempts.map((attempt) =>
    attempt.outTradeNo === outTradeNo
      ? { ...attempt, state: 'paid' as const, paidAt: at, paidFen: order.priceFen }
      : attempt,
  );
  const paid = moveOrder(order, 'paid', { attempts });
  const plan = await planOf(workshop, order.planId);
  const issuing = { vault: workshop.vault, plan, at, elsewhere: new Map() };
  await workshop.write((tx) => issuePolicy(tx, paid, issuing));
};

/** Takes "already paid" for "closed". */
const closesWhatIsPaid = (real: PaymentPort): PaymentPort => ({
  ...real,
  close: (outTradeNo) =>
    real.close(outTradeNo).catch((thrown: unknown) => {
      if (!(thrown instanceof PaymentRefused && thrown.reason === 'alreadyPaid')) throw thrown;
    }),
});

/** Believes that what cannot be reached was not paid, and that what nobody knows yet never will be. */
const takesSilenceForNo = (real: PaymentPort): PaymentPort => ({
  ...real,
  query: async (outTradeNo) => {
    const standing = await real.query(outTradeNo);
    return standing.state === 'unknown' ? { state: 'closed' } : standing;
  },
});

/** A new refund number at every call: a repeat is another refund. */
const numbersRefundsAnew = (real: PaymentPort, world: World): PaymentPort => ({
  ...real,
  refund: (order) => real.refund({ ...order, outRefundNo: `${order.outRefundNo}-${String(world.now())}` }),
});

/** Gives everything back where a part is due. */
const givesAllBack = (real: PaymentPort): PaymentPort => ({
  ...real,
  refund: (order) => real.refund({ ...order, refundFen: order.totalFen }),
});

/** As long as the storm lasts, books an attempt as closed that was paid. */
const booksPaidAsClosed = (real: PaymentPort, world: World): PaymentPort => ({
  ...real,
  query: async (outTradeNo) => {
    const standing = await real.query(outTradeNo);
    return world.isStormy && standing.state === 'paid' ? { state: 'closed' } : standing;
  },
});

/** Reads every other line of a bill. */
const skipsLines = (real: PaymentPort): PaymentPort => ({
  ...real,
  downloadBill: async (day) => {
    const bill = await real.downloadBill(day);
    return bill.state === 'ready' ? { ...bill, rows: bill.rows.filter((_, at) => at % 2 === 1) } : bill;
  },
});

/** Believes a bill that is late to be no bill. */
const takesLateForNone = (real: PaymentPort): PaymentPort => ({
  ...real,
  downloadBill: () => Promise.resolve({ state: 'none' }),
});

/** Nothing is heard of any payment and no timer looks: only the daily bill is left. */
const ONLY_THE_BILL: Plants = { unheard: true, withoutTimer: true, withBill: true };

/** What the daily bill mends by itself, so that no promise is broken. */
export const MENDED_BY_THE_BILL: Readonly<Record<string, Plants>> = {
  'nothing else is heard': ONLY_THE_BILL,
  'a paid attempt is closed in our books, and nothing is heard of it': {
    payment: booksPaidAsClosed,
    unheard: true,
    withBill: true,
  },
  'silence is taken for no, and nothing is heard': {
    payment: takesSilenceForNo,
    unheard: true,
    withBill: true,
  },
};

/** Faults that developers make; each must show within a couple of thousand seeds, or the simulation is blind to it. */
export const PLANTED_FAULTS: Readonly<Record<string, Plants>> = {
  'no transaction': { database: withoutTransaction },
  'check, then act': { database: checkThenAct },
  'a second writer': { callback: secondWriter },
  'no reconciliation': { withoutTimer: true },
  'closes what is paid': { payment: closesWhatIsPaid, unheard: true },
  'takes silence for no': { payment: takesSilenceForNo, unheard: true },
  'numbers refunds anew': { payment: numbersRefundsAnew },
  'gives all back': { payment: givesAllBack },
  'books what is paid as closed': { payment: booksPaidAsClosed, unheard: true },
  'skips lines of the bill': { ...ONLY_THE_BILL, payment: skipsLines },
  'takes a late bill for none': { ...ONLY_THE_BILL, payment: takesLateForNone },
};

/** Every plant by its name; the empty name plants nothing. */
export const ALL_PLANTS: Readonly<Record<string, Plants>> = {
  '': {},
  ...PLANTED_FAULTS,
  ...MENDED_BY_THE_BILL,
};
