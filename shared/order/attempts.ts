import { HOUR_MS, MINUTE_MS, type EpochMs } from '../time/china-day';
import { sumOf, type Fen } from '../money/fen';
import type { AttemptRefund, Order, PaymentAttempt } from './order.schema';

/** How long an order can be paid: a relative far away may see the link only after the shift. */
export const ORDER_LIFE_MS = 24 * HOUR_MS;

/** How long one attempt can be paid: as long as a prepay id lasts. Source: WeChat Pay "JSAPI下单", prepay_id. */
export const ATTEMPT_LIFE_MS = 2 * HOUR_MS;

/** Less time than this is too short to open a cashier. Source: WeChat Pay "time_expire", at least one minute ahead. */
const SHORTEST_LIFE_MS = 2 * MINUTE_MS;

/** Clocks differ: how long after an attempt's end WeChat may still take an order that was on its way. */
const EXPIRY_GRACE_MS = 5 * MINUTE_MS;

/** Longest pause between two looks at an order that waits. */
const LONGEST_LOOK_MS = HOUR_MS;

/** What is paid through WeChat: the family's own share. Source: domain R11. */
export const ownShareFen = (order: Pick<Order, 'payers'>): Fen =>
  sumOf(order.payers.filter(({ kind }) => kind === 'self').map(({ amountFen }) => amountFen));

/** Whether there is time left to open a cashier for an order, or for one attempt. */
export const hasTimeLeft = ({ expiresAt }: Pick<Order, 'expiresAt'>, now: EpochMs): boolean =>
  now + SHORTEST_LIFE_MS <= expiresAt;

/** Whether an order takes payments now: not before a parent has confirmed, and not when its time is over. */
export const isPayable = (order: Order, now: EpochMs): boolean =>
  order.state === 'new' && !order.waitsForParent && ownShareFen(order) > 0 && hasTimeLeft(order, now);

/** Whether others pay the whole premium of an order, and nothing else is waited for. Source: domain R11. */
export const isPaidByOthers = (order: Order): boolean =>
  order.state === 'new' && !order.waitsForParent && ownShareFen(order) === 0;

/** The next attempt of an order, for a payer. Source: WeChat Pay, an `out_trade_no` has one payer. */
export const nextAttempt = (
  order: Pick<Order, 'id' | 'expiresAt' | 'attempts'>,
  payerOpenid: string,
  now: EpochMs,
): PaymentAttempt => {
  const number = order.attempts.length + 1;
  return {
    number,
    outTradeNo: `${order.id}-${String(number)}`,
    payerOpenid,
    state: 'open',
    openedAt: now,
    expiresAt: Math.min(order.expiresAt, now + ATTEMPT_LIFE_MS),
    transactionId: null,
    paidAt: null,
    paidFen: null,
    refund: null,
  };
};

/** The attempt a payer goes on with: the newest, if it is theirs and there is time left to pay it. */
export const attemptToResume = (
  order: Order,
  payerOpenid: string,
  now: EpochMs,
): PaymentAttempt | undefined => {
  const newest = order.attempts[order.attempts.length - 1];
  const isTheirs = newest?.state === 'open' && newest.payerOpenid === payerOpenid;
  return isTheirs && hasTimeLeft(newest, now) ? newest : undefined;
};

/** Whether an open attempt must not be paid any more: a newer one took its place, or its time or the order's is over. */
export const isOver = (order: Order, attempt: PaymentAttempt, now: EpochMs): boolean =>
  order.state !== 'new' || attempt.number < order.attempts.length || now >= attempt.expiresAt;

/**
 * Whether WeChat can no longer take an order it does not know: before that, "no such order" may only mean that the
 * request is still on its way.
 */
export const isPastOpening = (attempt: PaymentAttempt, now: EpochMs): boolean =>
  now >= attempt.expiresAt + EXPIRY_GRACE_MS;

/** A paid attempt whose money, or a part of it, goes back to who paid it. */
export const goingBack = (
  attempt: PaymentAttempt,
  { fen, because, at }: Pick<AttemptRefund, 'fen' | 'because' | 'at'>,
): PaymentAttempt => ({
  ...attempt,
  state: 'refunding',
  refund: { fen, because, at, number: 1, isAbnormal: false },
});

/** A paid attempt whose money goes back whole, because it bought no cover. */
export const goingBackWhole = (attempt: PaymentAttempt, at: EpochMs): PaymentAttempt =>
  goingBack(attempt, { fen: attempt.paidFen ?? 0, because: 'notIssued', at });

/** Whether nothing is awaited any more, neither money nor WeChat's word. */
const isSettled = (order: Order): boolean =>
  !['new', 'paid', 'closing'].includes(order.state) &&
  order.attempts.every(({ state }) => state !== 'open' && state !== 'refunding');

/**
 * When the timer should look at an order next, seen from `now`: at its next turn while the last attempt or refund is
 * young, ever more rarely later, and at the end of every attempt and of the order in any case; null when nothing is awaited.
 */
export const nextLookAt = (order: Order, now: EpochMs): EpochMs | null => {
  if (isSettled(order)) return null;
  const since = Math.max(
    order.createdAt,
    ...order.attempts.map(({ openedAt, refund }) => refund?.at ?? openedAt),
  );
  const pause = Math.min(Math.round((now - since) / 4), LONGEST_LOOK_MS);
  const ends = [order.expiresAt, ...order.attempts.map(({ expiresAt }) => expiresAt)];
  return Math.min(now + pause, ...ends.filter((end) => end > now));
};
