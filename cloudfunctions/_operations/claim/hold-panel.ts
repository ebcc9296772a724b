import { openPanel, votePanel } from '../../../shared/claim/move-case.contracts';
import { isPartial } from '../../../shared/claim/desk-actions';
import { withVote } from '../../../shared/claim/panel';
import { UNDECIDED_STATES } from '../../../shared/claim/claim-state';
import type { Claim } from '../../../shared/claim/claim.schema';
import { AppError } from '../../../shared/errors/app-error';
import { operation } from '../../_core/operation';
import type { Caller } from '../../_core/caller';
import { caseViewOf } from './case-views';
import { caseToMove, storeChange } from './desk-step';
import { momentOf } from './move-and-store';

/**
 * A handler or an approver asks the panel for a second opinion on a case that is not decided.
 * Guarantees: the case is not approved or refused before the panel has spoken, nor against it.
 * Reads and writes: claims, audit; one transaction. Source: domain R26.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, CLAIM_STATE_WRONG, PANEL_OPEN.
 */
export const openPanelOperation = operation(openPanel, async (context) => {
  const { input, caller, once, ports } = context;
  const moment = momentOf(ports);
  const { at } = moment;
  const claim = await once(async (tx) => {
    const disputed = await caseToMove(tx, caller, ['handler', 'approver'], input);
    if (!UNDECIDED_STATES.includes(disputed.state)) throw new AppError('CLAIM_STATE_WRONG');
    if (disputed.panel !== null) throw new AppError('PANEL_OPEN');
    const panel = { openedAt: at, openedBy: caller.staffId, reason: input.reason, votes: [], outcome: null };
    return storeChange(tx, disputed, { action: 'panelOpened', caller, moment, changes: { panel } });
  });
  return { case: await caseViewOf(context, caller, claim) };
});

/** The panel is apart from whoever handles, assesses or asked. Source: domain R20. */
const refusePartial = (claim: Claim, caller: Caller): void => {
  if (isPartial(claim, caller))
    throw new AppError('OWN_ASSESSMENT', { message: '您经办过这件案子，请别的同事来表态。' });
};

/**
 * A member of the panel votes, with the reason; two equal votes decide.
 * Guarantees: one vote each; nobody votes who handles the case; the outcome does not change any more.
 * Reads and writes: claims, audit; one transaction. Source: domain R20, R26.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, PANEL_NOT_OPEN, VOTED_ALREADY, OWN_ASSESSMENT.
 */
export const votePanelOperation = operation(votePanel, async (context) => {
  const { input, caller, once, ports } = context;
  const { choice, reason } = input;
  const moment = momentOf(ports);
  const claim = await once(async (tx) => {
    const asked = await caseToMove(tx, caller, 'panelist', input);
    const { panel } = asked;
    if (panel === null || panel.outcome !== null) throw new AppError('PANEL_NOT_OPEN');
    refusePartial(asked, caller);
    if (panel.votes.some(({ staffId }) => staffId === caller.staffId)) throw new AppError('VOTED_ALREADY');
    const voted = withVote(panel, { staffId: caller.staffId, choice, reason, at: moment.at });
    return storeChange(tx, asked, { action: 'panelVoted', caller, moment, changes: { panel: voted } });
  });
  return { case: await caseViewOf(context, caller, claim) };
});
