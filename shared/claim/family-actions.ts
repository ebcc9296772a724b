import type { Claim } from './claim.schema';
import { CLOSED_STATES, mayMove, UNDECIDED_STATES } from './claim-state';
import type { FamilyAction } from './claim-view';

const MAY: Readonly<Record<FamilyAction, (claim: Claim) => boolean>> = {
  sendPapers: ({ state }) => UNDECIDED_STATES.includes(state),
  agree: ({ state }) => mayMove(state, 'agreed', 'member'),
  object: ({ state, objection }) => objection === null && mayMove(state, 'objected', 'member'),
  correctAccount: ({ state }) => state === 'paymentFailed',
  rate: ({ state, rating }) => rating === null && CLOSED_STATES.includes(state) && state !== 'withdrawn',
  reopen: ({ state }) => mayMove(state, 'reopened', 'member'),
  withdraw: ({ state }) => mayMove(state, 'withdrawn', 'member'),
};

/** What the family may do with a claim now, the likeliest first. */
export const familyActionsOf = (claim: Claim): FamilyAction[] =>
  (Object.keys(MAY) as FamilyAction[]).filter((action) => MAY[action](claim));
