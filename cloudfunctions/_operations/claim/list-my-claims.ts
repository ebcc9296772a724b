import { listMyClaims } from '../../../shared/claim/list-my-claims.contract';
import { chinaDayOf } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { toClaimSummary } from './claim-views';

/** Far more than a family ever files. */
const MOST = 200;

/**
 * All claims of the caller's household, newest first.
 * Reads: claims. Writes nothing.
 */
export const listMyClaimsOperation = operation(listMyClaims, async ({ read, caller, ports }) => {
  const claims = await read.claims.find({
    where: { householdId: caller.householdId },
    orderBy: [['reportedAt', 'desc']],
    limit: MOST,
  });
  return { today: chinaDayOf(ports.clock.now()), claims: claims.map(toClaimSummary) };
});
