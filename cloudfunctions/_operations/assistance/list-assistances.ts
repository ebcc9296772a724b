import { listAssistances } from '../../../shared/assistance/assistance.contracts';
import { chinaDayOf } from '../../../shared/time/china-day';
import { holdsRoleOn } from '../../_core/caller';
import { operation } from '../../_core/operation';
import { toOpenedAssistance } from './assistance-views';

/** Rows of the list: older ones are settled long since. */
const MOST = 50;

/**
 * The reports that the caller opened where the role still holds, newest first: whether the family sent them, and how far
 * each claim is; nothing else of the claim leaves this operation.
 * Reads: assistances by specialist, claims. Writes nothing. Source: domain R40.
 */
export const listAssistancesOperation = operation(listAssistances, async (context) => {
  const { read, caller, ports } = context;
  const opened = await read.assistances.find({
    where: { staffId: caller.staffId },
    orderBy: [['openedAt', 'desc']],
    limit: MOST,
  });
  const own = opened.filter(({ regionCode }) => holdsRoleOn(caller, regionCode, 'specialist'));
  const ids = own.flatMap(({ claimId }) => (claimId === null ? [] : [claimId]));
  const claims =
    ids.length > 0 ? await read.claims.find({ where: { id: { in: ids } }, limit: ids.length }) : [];
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]));
  return {
    today: chinaDayOf(ports.clock.now()),
    assistances: own.map((one) => toOpenedAssistance(context, one, claimOf.get(one.claimId ?? ''))),
  };
});
