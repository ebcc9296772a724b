import { goesOnAs } from '../../../shared/claim/claim.schema';
import type { ClaimState } from '../../../shared/claim/claim-state';
import { investigateClaim, resumeCase } from '../../../shared/claim/move-case.contracts';
import { papersCame } from '../../../shared/claim/asked-papers';
import { AppError } from '../../../shared/errors/app-error';
import { operation } from '../../_core/operation';
import { caseViewOf } from './case-views';
import { caseToMove, storeStep } from './desk-step';
import { momentOf } from './move-and-store';

/**
 * A handler looks into what happened. The clock goes on.
 * Reads and writes: claims, audit, messages; one transaction.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, CLAIM_STATE_WRONG.
 */
export const investigateClaimOperation = operation(investigateClaim, async (context) => {
  const { input, caller, once, ports } = context;
  const { reason } = input;
  const moment = momentOf(ports);
  const claim = await once(async (tx) => {
    const inHand = await caseToMove(tx, caller, 'handler', input);
    return storeStep(tx, inHand, { to: 'investigating', caller, role: 'handler', moment, reason });
  });
  return { case: await caseViewOf(context, caller, claim) };
});

/** In which a case waits for something from outside. */
const WAITING: readonly ClaimState[] = ['papersAsked', 'investigating'];

/**
 * A case that waited goes on: an investigation has its finding, or papers came on paper, or it is decided without them.
 * Guarantees: a clock that stood for papers goes on.
 * Reads and writes: claims, audit, messages; one transaction. Source: domain R17.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, CLAIM_STATE_WRONG.
 */
export const resumeCaseOperation = operation(resumeCase, async (context) => {
  const { input, caller, once, ports } = context;
  const { reason } = input;
  const moment = momentOf(ports);
  const claim = await once(async (tx) => {
    const waiting = await caseToMove(tx, caller, 'handler', input);
    // A case that was only accepted is registered, with the decision whether it is clear.
    if (!WAITING.includes(waiting.state)) throw new AppError('CLAIM_STATE_WRONG');
    const changes = papersCame(waiting, moment.at);
    const to = goesOnAs(waiting);
    return storeStep(tx, waiting, { to, caller, role: 'handler', moment, reason, changes });
  });
  return { case: await caseViewOf(context, caller, claim) };
});
