import { answerDecision } from '../../../shared/claim/answer-decision.contracts';
import { AppError } from '../../../shared/errors/app-error';
import { operation } from '../../_core/operation';
import { agreeAndOrder } from './agree-and-order';
import { claimViewOf } from './claim-views';
import { moveAndStore, momentOf } from './move-and-store';
import { FAMILY, ownClaim } from './own-claim';

/**
 * The family agrees to a decision, or objects to it.
 * Guarantees: the answer is to the decision that was on the screen; agreeing orders the payments in the same
 * transaction; an objection counts once, and whoever assessed or decided does not review it.
 * Reads and writes: claims, payouts, audit, messages; one transaction. Source: domain R16, R22.
 * Errors: CLAIM_NOT_FOUND (also another family's), VERSION_CHANGED, CLAIM_STATE_WRONG, OBJECTED_ALREADY.
 */
export const answerDecisionOperation = operation(answerDecision, async (context) => {
  const { input, caller, once, ports } = context;
  const { answer } = input;
  const moment = momentOf(ports);
  const actor = caller.householdId;
  const claim = await once(async (tx) => {
    const decided = await ownClaim(tx, caller, input.claimId);
    if (decided.version !== input.version) {
      throw new AppError('VERSION_CHANGED', { message: '进度有变化，请刷新后再看一遍。' });
    }
    if (answer.kind === 'agree') return agreeAndOrder(tx, decided, { by: FAMILY, actor, moment });
    if (decided.objection !== null) throw new AppError('OBJECTED_ALREADY');
    const deciders = [decided.assessorId, decided.approverId].flatMap((staffId) => staffId ?? []);
    return moveAndStore(tx, decided, {
      to: 'objected',
      by: FAMILY,
      actor,
      moment,
      reason: answer.reason,
      changes: {
        objection: { at: moment.at, reason: answer.reason },
        complexity: 'disputed',
        clockFrom: moment.at,
        pastAssessorIds: [...decided.pastAssessorIds, ...deciders],
        panel: null,
      },
    });
  });
  return { claim: await claimViewOf(context, claim) };
});
