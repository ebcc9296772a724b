import { AppError } from '../../../shared/errors/app-error';
import type { Policy } from '../../../shared/policy/policy.schema';
import { standsAsSeen } from '../../../shared/policy/stands-as-seen';
import type { EpochMs } from '../../../shared/time/china-day';
import type { Caller } from '../../_core/caller';

/** Reading policies, inside a transaction or outside. */
interface PolicyReader {
  readonly policies: { get(id: string): Promise<Policy | undefined> };
}

/** A policy of the caller's own household. Throws POLICY_NOT_FOUND, also for another family's. */
export const ownPolicy = async (
  { policies }: PolicyReader,
  { householdId }: Caller,
  policyId: string,
): Promise<Policy> => {
  const policy = await policies.get(policyId);
  if (policy?.householdId !== householdId) throw new AppError('POLICY_NOT_FOUND');
  return policy;
};

/** The policy of the transaction, if it still stands as it was seen before it. Throws POLICY_CHANGED. */
export const unchangedSince = (seen: Policy, policy: Policy | undefined): Policy => {
  if (!policy || !standsAsSeen(seen, policy)) throw new AppError('POLICY_CHANGED');
  return policy;
};

/** Throws POLICY_OVER for a policy that was cancelled or whose cover has ended. */
export const refuseIfOver = (policy: Policy, now: EpochMs): void => {
  if (policy.state === 'cancelled' || now >= policy.endAt) throw new AppError('POLICY_OVER');
};
