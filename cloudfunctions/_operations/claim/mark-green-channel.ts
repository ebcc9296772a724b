import type { Claim } from '../../../shared/claim/claim.schema';
import { UNDECIDED_STATES } from '../../../shared/claim/claim-state';
import { markGreenChannel } from '../../../shared/claim/move-case.contracts';
import { AppError } from '../../../shared/errors/app-error';
import { operation } from '../../_core/operation';
import { caseViewOf } from './case-views';
import { caseToMove, storeChange } from './desk-step';
import { momentOf } from './move-and-store';

/** A household in hardship comes first by the rule: no colleague takes that back. Throws CLAIM_STATE_WRONG. */
const refuseMark = ({ state, greenChannel }: Claim, reason: string | null): void => {
  if (!UNDECIDED_STATES.includes(state)) throw new AppError('CLAIM_STATE_WRONG');
  if (greenChannel !== null && greenChannel.staffId === null) {
    throw new AppError('CLAIM_STATE_WRONG', {
      message: `这是${greenChannel.reason}，按规定一直优先，不用再改。`,
    });
  }
  if (reason === null && greenChannel === null) {
    throw new AppError('CLAIM_STATE_WRONG', { message: '这件案子没有标过优先。' });
  }
};

/**
 * A handler lets a case come before others, with the reason, or takes that back.
 * Guarantees: the case changes its place in the queue at once; a household in hardship keeps its own.
 * Reads and writes: claims, audit; one transaction. Source: domain R19.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, CLAIM_STATE_WRONG (decided; in hardship; not marked).
 */
export const markGreenChannelOperation = operation(markGreenChannel, async (context) => {
  const { input, caller, once, ports } = context;
  const { reason } = input;
  const moment = momentOf(ports);
  const claim = await once(async (tx) => {
    const open = await caseToMove(tx, caller, 'handler', input);
    refuseMark(open, reason);
    const greenChannel = reason === null ? null : { reason, staffId: caller.staffId };
    const action = reason === null ? 'greenChannelCleared' : 'greenChannelMarked';
    return storeChange(tx, open, { action, caller, moment, changes: { greenChannel } });
  });
  return { case: await caseViewOf(context, caller, claim) };
});
