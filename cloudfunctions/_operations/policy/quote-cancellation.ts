import { cameToNothing } from '../../../shared/claim/claim.schema';
import { AppError } from '../../../shared/errors/app-error';
import type { Order } from '../../../shared/order/order.schema';
import type { Payer } from '../../../shared/order/payer.schema';
import { cancellationQuote, type CancellationQuote } from '../../../shared/policy/cancellation';
import type { CancellationView, RefundReceiver } from '../../../shared/policy/cancellation-view';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import type { EpochMs } from '../../../shared/time/china-day';
import type { Caller } from '../../_core/caller';
import { claimsUnder, type Claims } from './claims-under';
import { lastDayOf } from './policy-views';

interface Orders {
  readonly orders: { get(id: string): Promise<Order | undefined> };
}

/** Throws CANCEL_HAS_CLAIM while a claim is open or after one was paid. Source: domain R12. */
export const refuseIfClaimed = async (stores: Claims, policy: Policy): Promise<void> => {
  const claims = await claimsUnder(stores, policy);
  if (claims.some((claim) => !cameToNothing(claim))) throw new AppError('CANCEL_HAS_CLAIM');
};

/** The order that a policy was bought with. Throws CANCEL_BY_PHONE when there is none: whoever paid must cancel. */
export const orderOf = async (stores: Orders, policy: Policy): Promise<Order> => {
  const order = await stores.orders.get(policy.orderId);
  if (!order) throw new AppError('CANCEL_BY_PHONE');
  return order;
};

/** What cancelling a policy now comes to. */
export const quoteCancellation = (
  policy: Policy,
  order: Order,
  plan: Plan,
  now: EpochMs,
): CancellationQuote<Payer> => cancellationQuote(policy, order.payers, plan.cancellationFeeRatio ?? 0, now);

/** The attempt whose money bought the policy; undefined when nothing was paid through WeChat. */
export const payingAttempt = (order: Order) =>
  order.attempts.find(({ state, refund }) => state === 'paid' || refund?.because === 'cancelled');

const receiverOf = (
  kind: CancellationQuote['shares'][number]['kind'],
  order: Order,
  caller: Caller,
): RefundReceiver => {
  if (kind !== 'self') return kind;
  return payingAttempt(order)?.payerOpenid === caller.openid ? 'you' : 'relative';
};

/** The calculation as the family reads it. */
export const toCancellationView = (
  quote: CancellationQuote,
  order: Order,
  caller: Caller,
): CancellationView => ({
  premiumFen: quote.premiumFen,
  feeRatio: quote.feeRatio,
  elapsedDays: quote.elapsedDays,
  daysInPeriod: quote.daysInPeriod,
  refundFen: quote.refundFen,
  refunds: quote.shares.map(({ kind, amountFen }) => ({ to: receiverOf(kind, order, caller), amountFen })),
  lastDay: quote.elapsedDays === 0 ? null : lastDayOf(quote),
});
