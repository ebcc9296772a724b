import { askedPapers, namesMissing } from '../../../shared/claim/asked-papers';
import type { Claim } from '../../../shared/claim/claim.schema';
import { allowSecondNotice, askPapers } from '../../../shared/claim/move-case.contracts';
import { AppError, refuseFaults } from '../../../shared/errors/app-error';
import { operation } from '../../_core/operation';
import { caseViewOf } from './case-views';
import { caseToMove, storeChange, storeStep } from './desk-step';
import { momentOf } from './move-and-store';

/** The only notice, or one more that a supervisor allowed. Throws SECOND_NOTICE. Source: domain R17. */
const refuseSecondNotice = ({ notices, noticeAllowed }: Claim): void => {
  if (notices.length > 0 && noticeAllowed === null) throw new AppError('SECOND_NOTICE');
};

/**
 * A handler tells the family, once and completely, which papers are missing; the clock stands until they come.
 * Guarantees: a second notice is refused unless a supervisor allowed it; the family is told.
 * Reads and writes: claims, audit, messages; one transaction. Source: domain R17.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, CLAIM_STATE_WRONG, SECOND_NOTICE, NOTHING_ASKED.
 */
export const askPapersOperation = operation(askPapers, async (context) => {
  const { input, caller, once, ports } = context;
  const { reason } = input;
  const moment = momentOf(ports);
  const claim = await once(async (tx) => {
    const inHand = await caseToMove(tx, caller, 'handler', input);
    refuseSecondNotice(inHand);
    const papers = askedPapers(inHand, input);
    if (papers.length === 0) refuseFaults([{ path: 'papers', code: 'NOTHING_ASKED' }]);
    const notice = {
      at: moment.at,
      staffId: caller.staffId,
      papers,
      allowedBy: inHand.notices.length > 0 ? inHand.noticeAllowed : null,
      answeredAt: null,
    };
    const changes = {
      notices: [...inHand.notices, notice],
      noticeAllowed: null,
      pauses: [
        ...inHand.pauses,
        { from: moment.at, until: null, reason: `等您补${namesMissing(papers).join('、')}` },
      ],
    };
    return storeStep(tx, inHand, { to: 'papersAsked', caller, role: 'handler', moment, reason, changes });
  });
  return { case: await caseViewOf(context, caller, claim) };
});

/**
 * A supervisor lets one more notice be sent for a case that had its own.
 * Guarantees: it counts for one notice; who allowed it and why stands with that notice.
 * Reads and writes: claims, audit; one transaction. Source: domain R17.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, CLAIM_STATE_WRONG (no notice was sent yet).
 */
export const allowSecondNoticeOperation = operation(allowSecondNotice, async (context) => {
  const { input, caller, once, ports } = context;
  const moment = momentOf(ports);
  const claim = await once(async (tx) => {
    const noticed = await caseToMove(tx, caller, 'supervisor', input);
    if (noticed.notices.length === 0) throw new AppError('CLAIM_STATE_WRONG');
    const changes = { noticeAllowed: { staffId: caller.staffId, reason: input.reason } };
    return storeChange(tx, noticed, { action: 'noticeAllowed', caller, moment, changes });
  });
  return { case: await caseViewOf(context, caller, claim) };
});
