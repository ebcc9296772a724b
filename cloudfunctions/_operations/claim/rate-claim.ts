import { rateClaim } from '../../../shared/claim/answer-decision.contracts';
import { CLOSED_STATES } from '../../../shared/claim/claim-state';
import { AppError } from '../../../shared/errors/app-error';
import { operation } from '../../_core/operation';
import { claimViewOf } from './claim-views';
import { changeAndStore, momentOf } from './move-and-store';
import { ownClaim } from './own-claim';

/**
 * How content the family is with a claim that is over.
 * Guarantees: one rating for each claim; a withdrawn one has none.
 * Reads and writes: claims, audit; one transaction. Source: domain R36.
 * Errors: CLAIM_NOT_FOUND (also another family's), CLAIM_STATE_WRONG, RATED_ALREADY.
 */
export const rateClaimOperation = operation(rateClaim, async (context) => {
  const { input, caller, once, ports } = context;
  const { stars, words } = input;
  const moment = momentOf(ports);
  const claim = await once(async (tx) => {
    const over = await ownClaim(tx, caller, input.claimId);
    if (!CLOSED_STATES.includes(over.state) || over.state === 'withdrawn')
      throw new AppError('CLAIM_STATE_WRONG');
    if (over.rating !== null) throw new AppError('RATED_ALREADY');
    return changeAndStore(tx, over, {
      action: 'rated',
      actor: caller.householdId,
      moment,
      changes: { rating: { stars, words, at: moment.at } },
    });
  });
  return { claim: await claimViewOf(context, claim) };
});
