import { DAY_MS, type EpochMs } from '../time/china-day';
import { z } from '../zod';
import type { Policy } from './policy.schema';

/** So many days a family may look through a policy that others gave it, once it has opened it. */
export const GIFT_CORRECTION_DAYS = 10;

/**
 * Whether names and ID numbers on a policy may be put right at an instant: until cover starts, and of a policy that
 * others paid whole, whose family meets it first when it opens it, ten days from then on. Not any more once somebody was
 * added, because from then on shares of several days stand on it, nor once somebody claimed: even a claim that came to
 * nothing knows its person still, and may be decided anew. Source: domain R26, R28.
 */
export const isCorrectable = (
  {
    state,
    startAt,
    endAt,
    openedAt,
    payers,
    additions,
    claimIds,
  }: Pick<Policy, 'state' | 'startAt' | 'endAt' | 'openedAt' | 'payers' | 'additions' | 'claimIds'>,
  now: EpochMs,
): boolean => {
  if (state !== 'issued' || now >= endAt) return false;
  if (now < startAt) return true;
  const isGift = payers.every(({ kind }) => kind !== 'self');
  const isUntouched = additions.length === 0 && claimIds.length === 0;
  return isGift && isUntouched && (openedAt === null || now < openedAt + GIFT_CORRECTION_DAYS * DAY_MS);
};

/** What of a person can be put right: `idNumber` of a child that was insured by birth certificate. */
export const correctable = z.enum(['all', 'idNumber', 'nothing']);
type Correctable = z.infer<typeof correctable>;

/**
 * What can be put right at an instant of each person on a policy, in their order. A child gets its ID number during the
 * year: it can be recorded as long as the policy covers. Source: domain R28.
 */
export const correctableOn = (
  policy: Parameters<typeof isCorrectable>[0] & Pick<Policy, 'insured'>,
  now: EpochMs,
): Correctable[] => {
  const isOver = policy.state !== 'issued' || now >= policy.endAt;
  return policy.insured.map(({ idKind }) => {
    if (isCorrectable(policy, now)) return 'all';
    return !isOver && idKind === 'birthCertificate' ? 'idNumber' : 'nothing';
  });
};
