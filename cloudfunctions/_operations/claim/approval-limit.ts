import type { Claim } from '../../../shared/claim/claim.schema';
import { AppError } from '../../../shared/errors/app-error';
import { formatYuanShort, type Fen } from '../../../shared/money/fen';
import { isWithin } from '../../../shared/region/region.schema';
import type { Caller } from '../../_core/caller';

/** Most that the caller may approve where a claim lies; null: any amount. The largest of their limits counts. */
const limitOf = (caller: Caller, regionCode: string): Fen | null => {
  const limits = caller.roles
    .filter(({ role, regionCode: held }) => role === 'approver' && isWithin(regionCode, held))
    .map(({ limitFen }) => limitFen);
  return limits.includes(null) ? null : Math.max(0, ...limits.map((limit) => limit ?? 0));
};

/** Throws OVER_LIMIT when the amount is above what the caller may approve. Source: domain R20. */
export const refuseAboveLimit = (caller: Caller, claim: Pick<Claim, 'regionCode'>, amountFen: Fen): void => {
  const limitFen = limitOf(caller, claim.regionCode);
  if (limitFen === null || amountFen <= limitFen) return;
  throw new AppError('OVER_LIMIT', {
    message: `您最多能批准 ${formatYuanShort(limitFen)} 元，这件是 ${formatYuanShort(amountFen)} 元，请额度更高的同事来批。`,
  });
};
