import { SAMPLE_CLAIM as CLAIM } from '../testing/sample-claim';
import { claimState, CLOSED_STATES, type ClaimState } from './claim-state';
import type { Claim } from './claim.schema';
import { decidedFen, isDecidedToPay, timelineOf } from './timeline';

const after = (...states: ClaimState[]): Claim => ({
  ...CLAIM,
  state: states[states.length - 1] ?? 'reported',
  steps: [
    ...CLAIM.steps,
    ...states.map((state, index) => ({
      state,
      at: 1_781_200_000_000 + index,
      by: { role: 'handler' as const, staffId: 'stf_x' },
      reason: '同事之间的话',
    })),
  ],
});
const shape = (claim: Claim) => timelineOf(claim).map(({ state, status }) => `${status} ${state}`);

describe('the line that the family sees', () => {
  it('begins with the report, now, and shows the whole way to the money', () => {
    expect(shape(CLAIM)).toEqual([
      'now reported',
      'next accepted',
      'next registered',
      'next assessed',
      'next approved',
      'next paying',
      'next paid',
    ]);
  });
  it('has what was done above, one step now, what comes below', () => {
    expect(shape(after('accepted', 'registered'))).toEqual([
      'done reported',
      'done accepted',
      'now registered',
      'next assessed',
      'next approved',
      'next paying',
      'next paid',
    ]);
  });
  it('goes through the review again after a return, and through payment again after a failed one', () => {
    expect(shape(after('accepted', 'registered', 'assessed', 'returned')).slice(4)).toEqual([
      'now returned',
      'next assessed',
      'next approved',
      'next paying',
      'next paid',
    ]);
    expect(shape(after('approved', 'paying', 'paymentFailed')).slice(3)).toEqual([
      'now paymentFailed',
      'next paying',
      'next paid',
    ]);
  });
  it.each(CLOSED_STATES)('ends when the claim is %s: nothing is now, nothing comes', (state) => {
    expect(timelineOf(after(state)).every((step) => step.status === 'done')).toBe(true);
  });
  it.each(claimState.options.filter((state) => !CLOSED_STATES.includes(state)))(
    'has exactly one step now while %s, and says what happens',
    (state) => {
      const now = timelineOf(after(state)).filter((step) => step.status === 'now');
      expect(now).toHaveLength(1);
      expect(now[0]?.note).toMatch(/。$/);
    },
  );
  it('keeps what colleagues wrote to each other at the desk, and tells the reason of a refusal', () => {
    const texts = JSON.stringify(timelineOf(after('accepted', 'registered', 'assessed', 'returned')));
    expect(texts).not.toContain('同事之间的话');
    expect(JSON.stringify(timelineOf(after('refused')))).toContain('原因：同事之间的话');
  });
});

describe('what was decided', () => {
  const statement = {
    lines: [],
    formula: '',
    clause: '',
    totalFen: 230_445,
    draws: 'medicalLimit' as const,
    leftFen: 0,
  };
  it('is told from the approval on, never before', () => {
    for (const state of claimState.options) {
      const told = decidedFen({ state, statement });
      const decided = ['approved', 'paying', 'paid', 'paymentFailed'].includes(state);
      expect(isDecidedToPay(state)).toBe(decided);
      expect(told).toBe(state === 'refused' ? 0 : decided ? 230_445 : null);
    }
  });
});
