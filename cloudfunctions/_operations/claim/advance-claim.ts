import { approveAdvance, proposeAdvance } from '../../../shared/claim/move-case.contracts';
import { UNDECIDED_STATES } from '../../../shared/claim/claim-state';
import { isAdvanced, type Claim } from '../../../shared/claim/claim.schema';
import { AppError } from '../../../shared/errors/app-error';
import { operation } from '../../_core/operation';
import { payoutsFor, storePayouts } from '../payout/order-payouts';
import { adjudicateClaim, recomputeClaim } from './adjudicate-claim';
import { paysTheSame } from './approve-claim';
import { refuseAboveLimit } from './approval-limit';
import { refuseWithoutPanel } from './panel-gate';
import { caseViewOf } from './case-views';
import { caseToMove, storeChange } from './desk-step';
import { marksWith } from './duplicates';
import { momentOf } from './move-and-store';
import { storeDrawing } from './store-decision';

/** Only a case that is in hand and not decided, of which nothing was ordered yet. Throws CLAIM_STATE_WRONG, ADVANCE_MADE. */
const refuseAdvance = ({ state, advance }: Claim): void => {
  if (!UNDECIDED_STATES.includes(state) || state === 'reported') throw new AppError('CLAIM_STATE_WRONG');
  if (isAdvanced({ advance })) throw new AppError('ADVANCE_MADE');
};

/**
 * A handler proposes to pay the part that is certain while the rest is still open.
 * Guarantees: amounts come from the rules; nothing is drawn yet; a later proposal takes the place of an open one.
 * Reads and writes: policies, plans, accidents, person covers; claims, audit; one transaction. Source: domain R16.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, CLAIM_STATE_WRONG, ADVANCE_MADE, AMOUNT_INVALID, FACTS_WRONG.
 */
export const proposeAdvanceOperation = operation(proposeAdvance, async (context) => {
  const { input, caller, once, ports, vault } = context;
  const { facts, reason } = input;
  const moment = momentOf(ports);
  const { at } = moment;
  const claim = await once(async (tx) => {
    const open = await caseToMove(tx, caller, 'handler', input);
    refuseAdvance(open);
    const { statement } = await adjudicateClaim({ stores: tx, vault, now: at }, open, facts);
    if (statement.totalFen <= open.orderedFen) {
      throw new AppError('CLAIM_STATE_WRONG', { message: '算下来不比已经付出的多，没有可以预付的。' });
    }
    const proposed = { proposedBy: caller.staffId, proposedAt: at, approvedBy: null, approvedAt: null };
    const advance = { facts, statement, reason, ...proposed };
    const changes = { advance, marks: marksWith(vault, { ...open, advance }) };
    return storeChange(tx, open, { action: 'advanceProposed', caller, moment, changes });
  });
  return { case: await caseViewOf(context, caller, claim) };
});

/**
 * A second person approves an advance.
 * Guarantees: it is computed again from what is left now; drawn, and ordered as far as it goes beyond what a case that was
 * opened again has been paid, in one transaction; the final decision pays
 * what is more; nobody approves their own proposal, nor above their limit, nor a death without consent before the panel.
 * Reads and writes: plans, person covers; claims, policies, accidents, payouts, ledger, audit; one transaction.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, OWN_ASSESSMENT, CLAIM_STATE_WRONG, ADVANCE_NOT_PROPOSED,
 * DECISION_CHANGED, OVER_LIMIT, PANEL_AWAITED, PANEL_SAYS_OTHERWISE, BELOW_ORDERED. Source: domain R9, R16, R20, R26.
 */
export const approveAdvanceOperation = operation(approveAdvance, async (context) => {
  const { input, caller, once, ports, vault } = context;
  const moment = momentOf(ports);
  const { at } = moment;
  const actor = caller.staffId;
  const claim = await once(async (tx) => {
    const open = await caseToMove(tx, caller, 'approver', input);
    const { advance } = open;
    if (advance?.approvedBy !== null) throw new AppError('ADVANCE_NOT_PROPOSED');
    if (!UNDECIDED_STATES.includes(open.state)) throw new AppError('CLAIM_STATE_WRONG');
    if (advance.proposedBy === actor) throw new AppError('OWN_ASSESSMENT');
    const { freed, statement } = await recomputeClaim({ stores: tx, vault }, open, advance.facts);
    if (!paysTheSame(statement, advance.statement)) throw new AppError('DECISION_CHANGED');
    const { totalFen } = statement;
    refuseAboveLimit(caller, open, totalFen);
    refuseWithoutPanel({ ...open, facts: advance.facts }, freed);
    await storeDrawing(tx, { claim: open, freed, statement, actor, at });
    const payouts = payoutsFor(open, { purpose: 'advance', totalFen: totalFen - open.orderedFen, at });
    await storePayouts(tx, payouts, { actor, at });
    const changes = {
      advance: { ...advance, approvedBy: actor, approvedAt: at },
      drawn: statement,
      orderedFen: totalFen,
    };
    return storeChange(tx, open, { action: 'advanceApproved', caller, moment, changes });
  });
  return { case: await caseViewOf(context, caller, claim) };
});
