import { moveOrder, ORDER_TRANSITIONS, orderState, type Order, type OrderState } from './order.schema';

const orderIn = (state: OrderState): Order => ({
  id: 'ord_x',
  requestHash: null,
  householdId: 'hh_x',
  openid: 'o-x',
  regionCode: '350421200201',
  referralCode: null,
  planId: 'p',
  planVersion: 1,
  copies: 1,
  priceFen: 10_000,
  payers: [{ kind: 'self', sponsorId: null, name: null, amountFen: 10_000 }],
  members: [],
  holder: null,
  phone: '13850801234',
  confirmations: [],
  signatures: [],
  consents: [],
  waitsForParent: false,
  campaignStartDay: null,
  renews: null,
  state,
  attempts: [],
  policyId: null,
  refundReason: null,
  createdAt: 1_800_000_000_000,
  expiresAt: 1_800_000_000_000,
  nextLookAt: null,
});

const states = orderState.options;
const pairs = states.flatMap((from) => states.map((to) => [from, to] as const));
const legal = pairs.filter(([from, to]) => ORDER_TRANSITIONS[from].includes(to));
const illegal = pairs.filter(([from, to]) => !ORDER_TRANSITIONS[from].includes(to));

describe('life of an order', () => {
  it.each(legal)('moves from %s to %s', (from, to) => {
    expect(moveOrder(orderIn(from), to).state).toBe(to);
  });
  it.each(illegal)('never moves from %s to %s', (from, to) => {
    expect(() => moveOrder(orderIn(from), to)).toThrow('illegal order transition');
  });
  it('has no way out of issued and refunded', () => {
    expect(ORDER_TRANSITIONS.issued).toEqual([]);
    expect(ORDER_TRANSITIONS.refunded).toEqual([]);
  });
});
