import { AppError } from '../../../shared/errors/app-error';
import { premiumBackRows } from '../../../shared/money/ledger.schema';
import { goingBack } from '../../../shared/order/attempts';
import type { Order } from '../../../shared/order/order.schema';
import { cancelPolicy } from '../../../shared/policy/cancel-policy.contracts';
import type { CancellationQuote } from '../../../shared/policy/cancellation';
import type { Payer } from '../../../shared/order/payer.schema';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import { EMPTY_TALLY, premiumTally, type FigureEvent } from '../../../shared/report/figures';
import { sumOf } from '../../../shared/money/fen';
import { chinaDayOf, monthOf } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import { deriveId } from '../../_core/ids';
import { operation } from '../../_core/operation';
import type { Vault } from '../../_core/vault';
import { advanceOrder } from '../order/advance-order';
import { storeOrder, withAttempt, type OrderChange } from '../order/store-order';
import { planOf } from '../product/sale-plan';
import { returnShares } from '../sponsor/sponsor-money';
import { ownPolicy, refuseIfOver, unchangedSince } from './own-policy';
import { endCovers } from './person-covers';
import { policyCancelledMessage } from './policy-messages';
import { toPolicyView } from './policy-views';
import {
  orderOf,
  payingAttempt,
  quoteCancellation,
  refuseIfClaimed,
  toCancellationView,
} from './quote-cancellation';

/** What the cancelling transaction is given besides the stores. */
interface Cancelling {
  readonly vault: Vault;
  readonly plan: Plan;
  readonly at: number;
}

const cancelledPolicy = (policy: Policy, quote: CancellationQuote<Payer>, at: number): Policy => ({
  ...policy,
  state: 'cancelled',
  endAt: quote.endAt,
  nextReminderAt: null,
  cancellation: {
    at,
    elapsedDays: quote.elapsedDays,
    daysInPeriod: quote.daysInPeriod,
    refundFen: quote.refundFen,
    shares: [...quote.shares],
  },
});

/** Sends the family's own share back to whoever paid it: the paid attempt knows who that was. */
const giveBack = async (
  tx: WriteStores,
  order: Order,
  quote: CancellationQuote<Payer>,
  change: Pick<OrderChange, 'actor' | 'at'>,
): Promise<void> => {
  const fen = sumOf(quote.shares.filter(({ kind }) => kind === 'self').map(({ amountFen }) => amountFen));
  if (fen === 0) return;
  const attempt = payingAttempt(order);
  if (attempt?.state !== 'paid') throw new Error(`${order.id} has no paid attempt to give back from`);
  const attempts = withAttempt(order, goingBack(attempt, { fen, because: 'cancelled', at: change.at }));
  await storeOrder(tx, { ...order, attempts }, { ...change, action: 'order.refunding.cancelled' });
};

/** A family that cancels before the start never was a covered one; afterwards only its premium shrinks. */
const cancelledEvent = (policy: Policy, quote: CancellationQuote<Payer>, at: number): FigureEvent => {
  const neverCovered = quote.elapsedDays === 0 ? 1 : 0;
  return {
    id: deriveId('evt', 'policyCancelled', policy.id),
    kind: 'policyCancelled',
    subject: policy.id,
    regionCode: policy.regionCode,
    month: monthOf(chinaDayOf(at)),
    at,
    adds: {
      ...EMPTY_TALLY,
      households: 0 - neverCovered,
      insured: 0 - neverCovered * policy.insured.length,
      ...premiumTally(quote.shares, -1),
    },
    folded: false,
  };
};

const storeCancellation = async (
  tx: WriteStores,
  order: Order,
  before: Policy,
  quote: CancellationQuote<Payer>,
  { vault, plan, at }: Cancelling,
): Promise<Policy> => {
  const policy = cancelledPolicy(before, quote, at);
  const actor = policy.householdId;
  await tx.policies.put(policy);
  await endCovers(tx, vault, policy);
  await giveBack(tx, order, quote, { actor, at });
  await returnShares(tx, policy, order, { vault, plan });
  await tx.ledger.create({
    id: deriveId('led', 'policyCancelled', policy.id),
    kind: 'policyCancelled',
    subject: policy.id,
    rows: premiumBackRows(quote.shares),
    at,
  });
  await tx.figureEvents.create(cancelledEvent(policy, quote, at));
  await tx.messages.create(policyCancelledMessage(policy, plan, at));
  await appendAudit(tx, { action: 'policy.cancelled', record: policy, actor, at });
  return policy;
};

/**
 * Ends a policy before its time and sends the rest of the premium back to who paid it.
 * Guarantees: what goes back is what the family saw (REFUND_CHANGED otherwise); policy, cover of every person, the
 * order's money, ledger, figures, audit and the message are stored together or not at all; one request id, one
 * cancellation; of this and a claim or a newborn at the same moment one is refused; the money follows by `advanceOrder`, at
 * once or by the timer. Shares of other payers are owed to them on their roster until the cashier sends them.
 * Reads and writes: plans; claims, policies, orders, person covers, ledger, figure events, messages, audit in one
 * transaction; WeChat Pay.
 * Errors: POLICY_NOT_FOUND (also another family's), POLICY_OVER, POLICY_CHANGED, CANCEL_HAS_CLAIM, CANCEL_BY_PHONE, REFUND_CHANGED.
 * Source: domain R5, R12.
 */
export const cancelPolicyOperation = operation(cancelPolicy, async (context) => {
  const { input, caller, read, once, ports, vault } = context;
  const at = ports.clock.now();
  const known = await ownPolicy(read, caller, input.policyId);
  const plan = await planOf(context, known.planId);
  const cancelled = await once(async (tx) => {
    const current = await ownPolicy(tx, caller, input.policyId);
    refuseIfOver(current, at);
    const policy = unchangedSince(known, current);
    await refuseIfClaimed(tx, policy);
    const order = await orderOf(tx, policy);
    const quote = quoteCancellation(policy, order, plan, at);
    if (quote.refundFen !== input.refundFen) throw new AppError('REFUND_CHANGED');
    return {
      policy: await storeCancellation(tx, order, policy, quote, { vault, plan, at }),
      cancellation: toCancellationView(quote, order, caller),
    };
  });
  await advanceOrder(context, cancelled.policy.orderId).catch(() => {
    // The policy is cancelled; the timer looks at the order and sends what is due.
  });
  return { policy: toPolicyView(cancelled.policy, plan, at), cancellation: cancelled.cancellation };
});
