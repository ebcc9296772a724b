import { SAMPLE_CLAIM as CLAIM } from '../testing/sample-claim';
import { claimState } from './claim-state';
import { deskActionsOf, type Colleague } from './desk-actions';
import type { Claim } from './claim.schema';

const statement = { parts: [], refused: [], exGratia: [], totalFen: 1 };
const ASSESSED: Claim = { ...CLAIM, state: 'assessed', assessorId: 'stf_one', statement };
const ONE: Colleague = { staffId: 'stf_one', householdId: 'hh_one', roles: ['handler', 'approver'] };
const OTHER: Colleague = { ...ONE, staffId: 'stf_other', householdId: 'hh_other' };
const as = (...roles: Colleague['roles']): Colleague => ({ ...OTHER, roles });
const PANEL: NonNullable<Claim['panel']> = {
  openedAt: 1,
  openedBy: 'stf_one',
  reason: '',
  votes: [],
  outcome: null,
};
const IN_HAND = ['assess', 'askPapers', 'investigate', 'proposeAdvance', 'markGreen', 'openPanel'];

describe('what a colleague may do', () => {
  it.each([
    ['reported', ['accept', 'markGreen', 'openPanel']],
    ['accepted', ['register', 'askPapers', 'proposeAdvance', 'markGreen', 'openPanel']],
    ['registered', IN_HAND],
    ['returned', IN_HAND],
    ['objected', IN_HAND],
    ['reopened', IN_HAND],
    ['papersAsked', ['resume', 'proposeAdvance', 'markGreen', 'openPanel']],
    ['investigating', ['resume', 'proposeAdvance', 'markGreen', 'openPanel']],
  ] as const)('with a case that is %s is %p for a handler', (state, actions) => {
    expect(deskActionsOf({ ...CLAIM, state }, as('handler'))).toEqual(actions);
    expect(deskActionsOf({ ...CLAIM, state }, as('cashier', 'panelist', 'supervisor'))).toEqual([]);
  });
  it("with an assessed case is a second person's", () => {
    expect(deskActionsOf(ASSESSED, as('approver'))).toEqual(['approve', 'return', 'refuse', 'openPanel']);
    expect(deskActionsOf(ASSESSED, { ...ONE, roles: ['approver'] })).toEqual(['openPanel']);
    expect(deskActionsOf(ASSESSED, as('handler'))).toEqual(['proposeAdvance', 'markGreen', 'openPanel']);
  });
  it('with nothing to pay is to return or refuse', () => {
    const zero = { ...ASSESSED, statement: { ...statement, totalFen: 0 } };
    expect(deskActionsOf(zero, as('approver'))).toEqual(['return', 'refuse', 'openPanel']);
  });
  it('with a case before the panel is to return it, and to vote for who has no part in it', () => {
    const asked = { ...ASSESSED, panel: PANEL };
    expect(deskActionsOf(asked, as('approver'))).toEqual(['return']);
    expect(deskActionsOf(asked, as('panelist'))).toEqual(['vote']);
    expect(deskActionsOf(asked, { ...ONE, roles: ['panelist'] })).toEqual([]);
    const voted = {
      ...asked,
      panel: { ...PANEL, votes: [{ staffId: 'stf_other', choice: 'pay' as const, reason: '', at: 2 }] },
    };
    expect(deskActionsOf(voted, as('panelist'))).toEqual([]);
    const decidedBefore = { ...asked, pastAssessorIds: [as('panelist').staffId] };
    expect(deskActionsOf(decidedBefore, as('panelist'))).toEqual([]);
  });
  it('after one notice is to ask for papers only when a supervisor lets it be', () => {
    const notice = {
      at: 1,
      staffId: 'stf_one',
      papers: [{ paper: 'invoice' as const, called: '医院发票', photos: [] }],
      allowedBy: null,
      answeredAt: 2,
    };
    const noticed: Claim = { ...CLAIM, state: 'registered', notices: [notice] };
    expect(deskActionsOf(noticed, as('handler'))).not.toContain('askPapers');
    expect(deskActionsOf(noticed, as('supervisor'))).toEqual(['allowNotice']);
    const allowed = { ...noticed, noticeAllowed: { staffId: 'stf_s', reason: '新的发票' } };
    expect(deskActionsOf(allowed, as('handler'))).toContain('askPapers');
    expect(deskActionsOf(allowed, as('supervisor'))).toEqual([]);
  });
  it('after an objection is nobody`s review who assessed before', () => {
    const objected: Claim = {
      ...CLAIM,
      state: 'objected',
      objection: { at: 1, reason: '' },
      pastAssessorIds: ['stf_one'],
    };
    expect(deskActionsOf(objected, { ...ONE, roles: ['handler'] })).not.toContain('assess');
    expect(deskActionsOf(objected, as('handler'))).toContain('assess');
    // Nor does who assessed before approve what somebody else found in the review.
    const by = { role: 'handler' as const, staffId: 'stf_one' };
    const reviewed: Claim = {
      ...objected,
      state: 'assessed',
      assessorId: 'stf_third',
      statement,
      steps: [...CLAIM.steps, { state: 'assessed', at: 1, by, reason: null }],
    };
    expect(deskActionsOf(reviewed, { ...ONE, roles: ['approver'] })).toEqual(['openPanel']);
    expect(deskActionsOf(reviewed, as('approver'))).toContain('approve');
  });
  it('with a proposed advance is to approve it, by somebody else, once', () => {
    const advance: NonNullable<Claim['advance']> = {
      facts: { benefits: [], refused: [], exGratia: [] },
      statement,
      proposedBy: 'stf_one',
      proposedAt: 1,
      reason: '',
      approvedBy: null,
      approvedAt: null,
    };
    const proposed: Claim = { ...CLAIM, state: 'registered', advance };
    expect(deskActionsOf(proposed, as('approver'))).toEqual(['approveAdvance', 'openPanel']);
    expect(deskActionsOf(proposed, { ...ONE, roles: ['approver'] })).toEqual(['openPanel']);
    const made = { ...proposed, advance: { ...advance, approvedBy: 'stf_other', approvedAt: 2 } };
    expect(deskActionsOf(made, as('approver', 'handler'))).not.toContain('approveAdvance');
    expect(deskActionsOf(made, as('approver', 'handler'))).not.toContain('proposeAdvance');
  });
  it('with a case of their own household is nothing, whatever its state', () => {
    for (const state of claimState.options) {
      const own = { ...OTHER, householdId: CLAIM.householdId, roles: ['handler', 'approver', 'supervisor'] };
      expect(deskActionsOf({ ...ASSESSED, state }, own as Colleague)).toEqual([]);
    }
  });
  it('after the decision is nothing but what a supervisor records', () => {
    for (const state of [
      'approved',
      'agreed',
      'paying',
      'paid',
      'paymentFailed',
      'refused',
      'closed',
    ] as const) {
      expect(deskActionsOf({ ...ASSESSED, state }, as('handler', 'approver', 'cashier'))).toEqual([]);
    }
    expect(deskActionsOf({ ...ASSESSED, state: 'approved' }, as('supervisor'))).toEqual(['agree']);
    expect(deskActionsOf({ ...ASSESSED, state: 'closed' }, as('supervisor'))).toEqual(['reopen']);
    expect(deskActionsOf({ ...ASSESSED, state: 'withdrawn' }, as('supervisor'))).toEqual([]);
  });
});
