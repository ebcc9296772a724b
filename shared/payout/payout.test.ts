import { mayMovePayout, payoutState, PAYOUT_TRANSITIONS } from './payout.schema';

describe('a payment', () => {
  it('makes only the steps of its table', () => {
    const legal = ['ready sent', 'sent paid', 'sent failed', 'failed sent'];
    for (const from of payoutState.options) {
      for (const to of payoutState.options) {
        expect(mayMovePayout(from, to)).toBe(legal.includes(`${from} ${to}`));
      }
    }
  });
  it('is never paid without having been with the bank, and never leaves paid', () => {
    expect(PAYOUT_TRANSITIONS.paid).toEqual([]);
    expect(payoutState.options.filter((from) => mayMovePayout(from, 'paid'))).toEqual(['sent']);
  });
});
