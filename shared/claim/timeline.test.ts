import { SAMPLE_CLAIM as CLAIM } from '../testing/sample-claim';
import { claimState, CLOSED_STATES, type ClaimState } from './claim-state';
import type { Claim } from './claim.schema';
import { decidedFen, decisionOf, timelineOf } from './timeline';

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
      'next agreed',
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
      'next agreed',
      'next paying',
      'next paid',
    ]);
  });
  it('waits for papers before it is registered, or after: what comes next is what was not yet', () => {
    expect(shape(after('accepted', 'papersAsked')).slice(2, 4)).toEqual([
      'paused papersAsked',
      'next registered',
    ]);
    expect(shape(after('accepted', 'registered', 'papersAsked')).slice(3, 5)).toEqual([
      'paused papersAsked',
      'next assessed',
    ]);
  });
  it('goes through the review again after a return, and through payment again after a failed one', () => {
    expect(shape(after('accepted', 'registered', 'assessed', 'returned')).slice(4)).toEqual([
      'now returned',
      'next assessed',
      'next approved',
      'next agreed',
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
      const now = timelineOf(after(state)).filter(
        (step) => step.status === 'now' || step.status === 'paused',
      );
      expect(now).toHaveLength(1);
      expect(now[0]?.note).toMatch(/。$/);
    },
  );
  it('keeps what colleagues wrote to each other at the desk, and tells the reason of a refusal', () => {
    const texts = JSON.stringify(timelineOf(after('accepted', 'registered', 'assessed', 'returned')));
    expect(texts).not.toContain('同事之间的话');
    expect(JSON.stringify(timelineOf(after('refused')))).toContain('原因：同事之间的话');
  });
  it('says of a refusal its reason once, and what the family can still do', () => {
    const noteOf = (claim: Claim) => timelineOf(claim)[claim.steps.length - 1]?.note;
    const refused = after('refused');
    expect(noteOf(refused)).toBe('原因：同事之间的话。 不同意可以提一次异议，由另一位同事复核。');
    const reviewed = { ...refused, objection: { at: 1_781_300_000_000, reason: '再看看' } };
    expect(noteOf(reviewed)).toBe(
      '原因：同事之间的话。 这是另一位同事复核后的结果。有新的情况，两年内可以申请重新办理。',
    );
  });
});

describe('what was decided', () => {
  const drawn = { parts: [], refused: [], exGratia: [], totalFen: 230_445 };
  const TO_PAY = ['approved', 'agreed', 'paying', 'paid', 'paymentFailed', 'closed'];
  it('is told from the decision on, never before, and not while it is reviewed', () => {
    for (const state of claimState.options) {
      const decision = state === 'refused' ? 'refuse' : TO_PAY.includes(state) ? 'pay' : null;
      expect(decisionOf({ state, drawn })).toBe(decision);
      expect(decidedFen({ state, drawn })).toBe(decision === null ? null : decision === 'pay' ? 230_445 : 0);
    }
  });
  it('of a refused claim stays a refusal once it is closed', () => {
    expect(decisionOf({ state: 'closed', drawn: null })).toBe('refuse');
    expect(decidedFen({ state: 'closed', drawn: null })).toBe(0);
  });
});
