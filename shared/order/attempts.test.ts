import { HOUR_MS, MINUTE_MS } from '../time/china-day';
import {
  attemptToResume,
  goingBack,
  isOver,
  isPastOpening,
  isPayable,
  nextAttempt,
  nextLookAt,
  ownShareFen,
} from './attempts';
import type { Order, OrderState, PaymentAttempt } from './order.schema';

const NOW = 1_800_000_000_000;

const orderWith = (changes: Partial<Order> = {}): Order => {
  const unpaid = { id: 'ord_x', attempts: [], expiresAt: NOW + 24 * HOUR_MS };
  return {
    ...unpaid,
    requestHash: null,
    householdId: 'hh_x',
    openid: 'o-wife',
    regionCode: '350421200201',
    referralCode: null,
    planId: 'p',
    planVersion: 1,
    copies: 1,
    priceFen: 200_00,
    payers: [
      { kind: 'government', sponsorId: 'spo_x', name: '明溪县财政局', amountFen: 50_00 },
      { kind: 'self', sponsorId: null, name: null, amountFen: 150_00 },
    ],
    members: [],
    holder: null,
    phone: '13850801234',
    confirmations: [],
    signatures: [],
    consents: [],
    waitsForParent: false,
    campaignStartDay: null,
    renews: null,
    state: 'new',
    attempts: [nextAttempt(unpaid, 'o-wife', NOW)],
    policyId: null,
    refundReason: null,
    createdAt: NOW,
    nextLookAt: NOW,
    ...changes,
  };
};
const relativePays = (order: Order, at: number): Order => ({
  ...order,
  attempts: [...order.attempts, nextAttempt(order, 'o-son', at)],
});
const inState = (order: Order, ...states: readonly PaymentAttempt['state'][]): Order => ({
  ...order,
  attempts: order.attempts.map((attempt, index) => ({ ...attempt, state: states[index] ?? attempt.state })),
});

describe('attempts to pay an order', () => {
  it('are numbered and never outlive the order', () => {
    const late = nextAttempt(relativePays(orderWith(), NOW), 'o-son', NOW + 23 * HOUR_MS);
    expect(late).toMatchObject({ number: 3, outTradeNo: 'ord_x-3', expiresAt: NOW + 24 * HOUR_MS });
    expect(nextAttempt(orderWith(), 'o-son', NOW).expiresAt).toBe(NOW + 2 * HOUR_MS);
  });

  it('are resumed by their own payer only, while there is time to pay', () => {
    const order = orderWith();
    expect(attemptToResume(order, 'o-wife', NOW)?.number).toBe(1);
    expect(attemptToResume(order, 'o-son', NOW)).toBeUndefined();
    expect(attemptToResume(order, 'o-wife', NOW + 2 * HOUR_MS - MINUTE_MS)).toBeUndefined();
    expect(attemptToResume(relativePays(order, NOW), 'o-wife', NOW)).toBeUndefined();
    expect(attemptToResume(inState(order, 'closed'), 'o-wife', NOW)).toBeUndefined();
  });

  it('are over once another took their place, their time is up, or the order moved on', () => {
    const order = relativePays(orderWith(), NOW);
    const over = order.attempts.map((attempt) => isOver(order, attempt, NOW));
    expect(over).toEqual([true, false]);
    const [, second] = order.attempts;
    expect(second && isOver(order, second, NOW + 2 * HOUR_MS)).toBe(true);
    expect(second && isOver({ ...order, state: 'paid' }, second, NOW)).toBe(true);
  });

  it('may still reach WeChat for a while after their end', () => {
    const [attempt] = orderWith().attempts;
    if (!attempt) throw new Error('no attempt');
    expect(isPastOpening(attempt, attempt.expiresAt + 4 * MINUTE_MS)).toBe(false);
    expect(isPastOpening(attempt, attempt.expiresAt + 5 * MINUTE_MS)).toBe(true);
  });

  it('take the own share only, and nothing at the very end', () => {
    expect(ownShareFen(orderWith())).toBe(150_00);
    expect(isPayable(orderWith(), NOW + 24 * HOUR_MS - 2 * MINUTE_MS)).toBe(true);
    expect(isPayable(orderWith(), NOW + 24 * HOUR_MS - MINUTE_MS)).toBe(false);
    expect(isPayable(orderWith({ state: 'paid' }), NOW)).toBe(false);
  });
});

describe('when the timer looks again', () => {
  it('is at once for a young order, later for an old one, and at every end', () => {
    const order = orderWith();
    expect(nextLookAt(order, NOW)).toBe(NOW);
    expect(nextLookAt(order, NOW + 40 * MINUTE_MS)).toBe(NOW + 50 * MINUTE_MS);
    expect(nextLookAt(order, NOW + 1.9 * HOUR_MS)).toBe(NOW + 2 * HOUR_MS);
    expect(nextLookAt(order, NOW + 10 * HOUR_MS)).toBe(NOW + 11 * HOUR_MS);
    expect(nextLookAt(order, NOW + 23.5 * HOUR_MS)).toBe(NOW + 24 * HOUR_MS);
  });

  it('is at once again for a refund that was just decided, months after the purchase', () => {
    const later = NOW + 100 * 24 * HOUR_MS;
    const issued = inState(orderWith({ state: 'issued' }), 'paid');
    const refund = { fen: 80_00, because: 'cancelled', at: later } as const;
    const order = { ...issued, attempts: issued.attempts.map((attempt) => goingBack(attempt, refund)) };
    expect(order.attempts).toMatchObject([{ state: 'refunding', refund: { fen: 80_00, number: 1 } }]);
    expect(nextLookAt(order, later)).toBe(later);
    expect(nextLookAt(order, later + 2 * HOUR_MS)).toBe(later + 2.5 * HOUR_MS);
  });

  it.each<[OrderState, PaymentAttempt['state'], boolean]>([
    ['new', 'closed', true],
    ['closing', 'closed', true],
    ['paid', 'paid', true],
    ['issued', 'paid', false],
    ['issued', 'refunding', true],
    ['issued', 'open', true],
    ['closed', 'closed', false],
    ['closed', 'open', true],
    ['refunding', 'refunding', true],
    ['refunded', 'refunded', false],
  ])('an order %s with an attempt %s still waits for something: %s', (state, attempt, waits) => {
    expect(nextLookAt(inState(orderWith({ state }), attempt), NOW) !== null).toBe(waits);
  });
});
