import { reopenClaim } from '../../../shared/claim/answer-decision.contracts';
import { lastStepIn, type Claim } from '../../../shared/claim/claim.schema';
import { reopenCase } from '../../../shared/claim/move-case.contracts';
import { AppError } from '../../../shared/errors/app-error';
import { addYears, chinaDayOf, type EpochMs } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { operation } from '../../_core/operation';
import { caseViewOf } from './case-views';
import { storeAccidents } from './claim-of-accident';
import { claimViewOf } from './claim-views';
import { caseToMove, storeStep } from './desk-step';
import { moveAndStore, momentOf } from './move-and-store';
import { FAMILY, ownClaim } from './own-claim';

/** As the law lets claims run out: later only a supervisor opens one again. Source: domain R14. */
const YEARS_TO_REOPEN = 2;

const endedAt = (claim: Claim): EpochMs => lastStepIn(claim, 'paid', 'refused')?.at ?? claim.reportedAt;

/**
 * What begins anew with a case that is opened again: its clock, its decision. What it has drawn stays drawn, and what was
 * entered stays on record: to go on from, and to be known again by in other cases.
 */
const anew = (at: EpochMs) => ({ statement: null, panel: null, clockFrom: at });

/** A case that is opened again stands for its accident as a new report would. Throws CLAIM_ALREADY_FILED. */
const standAgain = async (tx: WriteStores, over: Claim): Promise<void> => {
  try {
    await storeAccidents(tx, over);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'CLAIM_ALREADY_FILED') throw thrown;
    throw new AppError('CLAIM_ALREADY_FILED', { message: '同一次意外后来又报了一件，请在那一件里接着办。' });
  }
};

/**
 * The family has a case opened again that was over, with the reason.
 * Guarantees: what was paid stays paid, and counts towards a new decision; one open case for each accident and kind,
 * also when another was reported meanwhile.
 * Reads and writes: claims, accidents, audit, messages; one transaction.
 * Errors: CLAIM_NOT_FOUND (also another family's), CLAIM_STATE_WRONG, REOPEN_TOO_LATE, CLAIM_ALREADY_FILED.
 */
export const reopenClaimOperation = operation(reopenClaim, async (context) => {
  const { input, caller, once, ports } = context;
  const moment = momentOf(ports);
  const { at } = moment;
  const claim = await once(async (tx) => {
    const over = await ownClaim(tx, caller, input.claimId);
    if (addYears(chinaDayOf(endedAt(over)), YEARS_TO_REOPEN) < chinaDayOf(at))
      throw new AppError('REOPEN_TOO_LATE');
    const reopened = await moveAndStore(tx, over, {
      to: 'reopened',
      by: FAMILY,
      actor: caller.householdId,
      moment,
      reason: input.reason,
      changes: anew(at),
    });
    await standAgain(tx, reopened);
    return reopened;
  });
  return { claim: await claimViewOf(context, claim) };
});

/**
 * A supervisor opens a case again, whenever it ended.
 * Guarantees: as when the family does.
 * Reads and writes: claims, accidents, audit, messages; one transaction.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, CLAIM_STATE_WRONG, CLAIM_ALREADY_FILED.
 */
export const reopenCaseOperation = operation(reopenCase, async (context) => {
  const { input, caller, once, ports } = context;
  const { reason } = input;
  const moment = momentOf(ports);
  const claim = await once(async (tx) => {
    const over = await caseToMove(tx, caller, 'supervisor', input);
    const changes = anew(moment.at);
    const step = { to: 'reopened', caller, role: 'supervisor', moment, reason, changes } as const;
    const reopened = await storeStep(tx, over, step);
    await standAgain(tx, reopened);
    return reopened;
  });
  return { case: await caseViewOf(context, caller, claim) };
});
