import { SAMPLE_CLAIM as CLAIM } from '../testing/sample-claim';
import { claimState } from './claim-state';
import { deskActionsOf, type Colleague } from './desk-actions';
import type { Claim } from './claim.schema';

const statement = {
  lines: [],
  formula: '',
  clause: '',
  totalFen: 1,
  draws: 'medicalLimit' as const,
  leftFen: 0,
};
const ASSESSED: Claim = { ...CLAIM, state: 'assessed', assessorId: 'stf_one', statement };
const ONE: Colleague = { staffId: 'stf_one', householdId: 'hh_one', roles: ['handler', 'approver'] };
const OTHER: Colleague = { ...ONE, staffId: 'stf_other', householdId: 'hh_other' };

describe('what a colleague may do', () => {
  it.each([
    ['reported', ['accept']],
    ['accepted', ['register']],
    ['registered', ['assess']],
    ['returned', ['assess']],
  ] as const)('with a case that is %s is %p, for handlers only', (state, actions) => {
    const claim = { ...CLAIM, state };
    expect(deskActionsOf(claim, OTHER)).toEqual(actions);
    expect(deskActionsOf(claim, { ...OTHER, roles: ['approver', 'cashier'] })).toEqual([]);
  });
  it("with an assessed case is a second person's", () => {
    expect(deskActionsOf(ASSESSED, OTHER)).toEqual(['approve', 'return', 'refuse']);
    expect(deskActionsOf(ASSESSED, ONE)).toEqual([]);
    expect(deskActionsOf(ASSESSED, { ...OTHER, roles: ['handler'] })).toEqual([]);
  });
  it('with nothing to pay is to return or refuse', () => {
    expect(deskActionsOf({ ...ASSESSED, statement: { ...statement, totalFen: 0 } }, OTHER)).toEqual([
      'return',
      'refuse',
    ]);
  });
  it('with a case of their own household is nothing, whatever its state', () => {
    for (const state of claimState.options) {
      expect(deskActionsOf({ ...ASSESSED, state }, { ...OTHER, householdId: CLAIM.householdId })).toEqual([]);
    }
  });
  it('after the decision is nothing', () => {
    for (const state of ['approved', 'paying', 'paid', 'paymentFailed', 'refused', 'withdrawn'] as const) {
      expect(deskActionsOf({ ...ASSESSED, state }, OTHER)).toEqual([]);
    }
  });
});
