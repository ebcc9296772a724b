import type { Payout } from '../payout/payout.schema';
import type { Claim } from './claim.schema';
import { CLOSED_STATES, mayMove, UNDECIDED_STATES } from './claim-state';
import type { FamilyAction } from './claim-view';

/** What of a payment decides whether its account may be put right. */
type Paying = Pick<Payout, 'state'>;

const MAY: Readonly<Record<FamilyAction, (claim: Claim, payouts: readonly Paying[]) => boolean>> = {
  sendPapers: ({ state }) => UNDECIDED_STATES.includes(state),
  agree: ({ state }) => mayMove(state, 'agreed', 'member'),
  object: ({ state, objection }) => objection === null && mayMove(state, 'objected', 'member'),
  // An advance comes back, too, long before the claim is decided.
  correctAccount: (_claim, payouts) => payouts.some(({ state }) => state === 'failed'),
  rate: ({ state, rating }) => rating === null && CLOSED_STATES.includes(state) && state !== 'withdrawn',
  reopen: ({ state }) => mayMove(state, 'reopened', 'member'),
  withdraw: ({ state }) => mayMove(state, 'withdrawn', 'member'),
};

/** What the family may do with a claim now, the likeliest first. */
export const familyActionsOf = (claim: Claim, payouts: readonly Paying[]): FamilyAction[] =>
  (Object.keys(MAY) as FamilyAction[]).filter((action) => MAY[action](claim, payouts));
