import { standingAt, type Assistance } from '../../../shared/assistance/assistance.schema';
import { AppError } from '../../../shared/errors/app-error';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { EpochMs } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import type { Caller } from '../../_core/caller';

interface Reader {
  readonly assistances: { get(id: string): Promise<Assistance | undefined> };
  readonly policies: { get(id: string): Promise<Policy | undefined> };
}

/** What was filled in for the caller's household. Throws ASSISTANCE_NOT_FOUND, also for another family's. */
export const familysAssistance = async (
  stores: Reader,
  { householdId }: Caller,
  assistanceId: string | undefined,
): Promise<{ assistance: Assistance; policy: Policy }> => {
  const assistance = assistanceId === undefined ? undefined : await stores.assistances.get(assistanceId);
  const policy = assistance && (await stores.policies.get(assistance.policyId));
  if (!assistance || policy?.householdId !== householdId) throw new AppError('ASSISTANCE_NOT_FOUND');
  return { assistance, policy };
};

/** How a report leaves `waiting`. */
interface Settling {
  readonly state: Exclude<Assistance['state'], 'waiting'>;
  /** What the family sent; null: nothing. */
  readonly claimId: string | null;
  readonly actor: string;
  readonly at: EpochMs;
}

/** Throws ASSISTANCE_CONFIRMED, ASSISTANCE_OVER for what waits no more. */
export const refuseUnlessWaiting = (assistance: Assistance, now: EpochMs): void => {
  const standing = standingAt(assistance, now);
  if (standing === 'confirmed') throw new AppError('ASSISTANCE_CONFIRMED');
  if (standing !== 'waiting') throw new AppError('ASSISTANCE_OVER');
};

/** Ends the waiting, with its audit row. Throws ASSISTANCE_CONFIRMED, ASSISTANCE_OVER. */
export const settleAssistance = async (
  tx: WriteStores,
  waiting: Assistance,
  { state, claimId, actor, at }: Settling,
): Promise<Assistance> => {
  refuseUnlessWaiting(waiting, at);
  const settled: Assistance = { ...waiting, state, claimId, settledAt: at };
  await tx.assistances.put(settled);
  await appendAudit(tx, { action: `assistance.${state}`, record: settled, actor, at });
  return settled;
};
