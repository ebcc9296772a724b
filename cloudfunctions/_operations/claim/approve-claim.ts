import type { Claim } from '../../../shared/claim/claim.schema';
import { drawFrom } from '../../../shared/claim/draw';
import { approveClaim } from '../../../shared/claim/move-case.contracts';
import { AppError } from '../../../shared/errors/app-error';
import { transferRows } from '../../../shared/money/ledger.schema';
import type { EpochMs } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import type { Caller } from '../../_core/caller';
import { deriveId } from '../../_core/ids';
import { operation } from '../../_core/operation';
import { newPayout } from '../payout/payout-of-claim';
import { adjudicateClaim, type Decision } from './adjudicate-claim';
import { caseViewOf } from './case-views';
import { caseToMove, storeStep } from './desk-step';

const storeApproval = async (
  tx: WriteStores,
  claim: Claim,
  decision: Decision,
  { caller, at }: { caller: Caller; at: EpochMs },
): Promise<Claim> => {
  const { policy, accident, statement, deductibleBorneFen } = decision;
  const changes = { statement, approverId: caller.staffId };
  const approved = await storeStep(tx, claim, { to: 'approved', caller, role: 'approver', at, changes });
  const drawn = drawFrom(policy, claim, statement);
  await tx.policies.put(drawn);
  await appendAudit(tx, { action: 'policy.drawn', record: drawn, actor: caller.staffId, at });
  const borne = accident.deductibleBorneFen + deductibleBorneFen;
  await tx.accidents.put({ ...accident, deductibleBorneFen: borne });
  await tx.payouts.create(newPayout(approved, statement.totalFen, at));
  await tx.ledger.create({
    id: deriveId('led', 'claimApproved', claim.id),
    kind: 'claimApproved',
    subject: claim.id,
    rows: transferRows('claimsPayable', 'claimsExpense', statement.totalFen),
    at,
  });
  return approved;
};

/**
 * A second person approves an assessment and orders the payment.
 * Guarantees: the statement is computed again from the policy as read in the transaction, so approvals at once never
 * overdraw; when the amount has changed, nothing is drawn, the case goes back to the handler and DECISION_CHANGED is
 * answered (also to a repeat); claim, policy, accident, payout, ledger, audit and message are stored together.
 * Reads and writes: plans; claims, policies, accidents, payouts, ledger, audit, messages; one transaction.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, OWN_ASSESSMENT, CLAIM_STATE_WRONG (also when there is
 * nothing to pay), DECISION_CHANGED. Source: domain R9, R20.
 */
export const approveClaimOperation = operation(approveClaim, async (context) => {
  const { input, caller, once, ports } = context;
  const at = ports.clock.now();
  const outcome = await once(async (tx) => {
    const claim = await caseToMove(tx, caller, 'approver', input);
    if (claim.state !== 'assessed' || !claim.facts || !claim.statement)
      throw new AppError('CLAIM_STATE_WRONG');
    const decision = await adjudicateClaim(tx, claim, claim.facts);
    if (decision.statement.totalFen !== claim.statement.totalFen) {
      const reason = '可用额度变了，要重新核算。';
      const step = { to: 'returned', caller, role: 'approver', at, reason } as const;
      return { changed: true, claim: await storeStep(tx, claim, step) };
    }
    if (decision.statement.totalFen === 0) {
      throw new AppError('CLAIM_STATE_WRONG', {
        message: '核算结果是 0 元，没有可批准的赔款，请退回或不予赔付。',
      });
    }
    return { changed: false, claim: await storeApproval(tx, claim, decision, { caller, at }) };
  });
  if (outcome.changed) {
    throw new AppError('DECISION_CHANGED', { message: '可用额度变了，案子已退回经办人重新核算。' });
  }
  return { case: await caseViewOf(context, caller, outcome.claim) };
});
