import type { Statement } from '../../../shared/claim/assessment.schema';
import { approveClaim } from '../../../shared/claim/move-case.contracts';
import { AppError } from '../../../shared/errors/app-error';
import { operation } from '../../_core/operation';
import { recomputeClaim } from './adjudicate-claim';
import { caseViewOf } from './case-views';
import { caseToMove, storeStep } from './desk-step';
import { momentOf } from './move-and-store';
import { refuseAboveLimit } from './approval-limit';
import { refuseAgainstPanel } from './panel-gate';
import { storeDrawing } from './store-decision';

/** Whether two computations of one claim pay the same, policy by policy. */
export const paysTheSame = (one: Statement, other: Statement): boolean =>
  one.totalFen === other.totalFen &&
  one.parts.length === other.parts.length &&
  one.parts.every(
    ({ policyId, benefit, totalFen }, position) =>
      other.parts[position]?.policyId === policyId &&
      other.parts[position].benefit === benefit &&
      other.parts[position].totalFen === totalFen,
  );

/**
 * A second person approves an assessment; the family is asked to agree.
 * Guarantees: the statement is computed again from the policies as read in the transaction, so approvals at once never
 * overdraw; when an amount has changed, nothing is drawn, the case goes back to the handler and DECISION_CHANGED is
 * answered (also to a repeat); what an earlier decision drew is given back; claim, policies, accidents, ledger, audit
 * and message are stored together. Nobody approves above their limit, nor against a panel.
 * Reads and writes: plans, person covers; claims, policies, accidents, ledger, audit, messages; one transaction.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, OWN_ASSESSMENT, CLAIM_STATE_WRONG (also when there is
 * nothing to pay), DECISION_CHANGED, OVER_LIMIT, PANEL_AWAITED, PANEL_SAYS_OTHERWISE, BELOW_ORDERED.
 * Source: domain R9, R20, R26.
 */
export const approveClaimOperation = operation(approveClaim, async (context) => {
  const { input, caller, once, ports, vault } = context;
  const moment = momentOf(ports);
  const { at } = moment;
  const outcome = await once(async (tx) => {
    const claim = await caseToMove(tx, caller, 'approver', input);
    if (claim.state !== 'assessed' || !claim.facts || !claim.statement)
      throw new AppError('CLAIM_STATE_WRONG');
    const { freed, statement } = await recomputeClaim({ stores: tx, vault }, claim, claim.facts);
    if (!paysTheSame(statement, claim.statement)) {
      const reason = '可用额度变了，要重新核算。';
      const step = { to: 'returned', caller, role: 'approver', moment, reason } as const;
      return { changed: true, claim: await storeStep(tx, claim, step) };
    }
    if (statement.totalFen === 0) {
      throw new AppError('CLAIM_STATE_WRONG', {
        message: '核算结果是 0 元，没有可批准的赔款，请退回或不予赔付。',
      });
    }
    refuseAboveLimit(caller, claim, statement.totalFen);
    refuseAgainstPanel(claim, freed, 'pay');
    await storeDrawing(tx, { claim, freed, statement, actor: caller.staffId, at });
    const changes = { statement, drawn: statement, approverId: caller.staffId };
    return {
      changed: false,
      claim: await storeStep(tx, claim, { to: 'approved', caller, role: 'approver', moment, changes }),
    };
  });
  if (outcome.changed) {
    throw new AppError('DECISION_CHANGED', { message: '可用额度变了，案子已退回经办人重新核算。' });
  }
  return { case: await caseViewOf(context, caller, outcome.claim) };
});
