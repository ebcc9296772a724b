import type { Claim } from '../../../shared/claim/claim.schema';
import { withClocks } from '../../../shared/claim/claim-clocks';
import type { ClaimState } from '../../../shared/claim/claim-state';
import { HANDLER } from '../../../shared/testing/cast';
import { SAMPLE_CLAIM } from '../../../shared/testing/sample-claim';
import { appendAudit } from '../../_core/audit';
import { deriveId, deriveSecretId } from '../../_core/ids';
import type { Stage } from './stage';

/** The id of the claim that a test stores under a number. */
export const claimIdForTest = (number: number): string => deriveId('clm', `test-${String(number)}`);

let claims = 0;
/**
 * Stores a claim that came into these states just now, the last one last, as if it had been filed: what the clocks and the
 * queue look at is true of it, its policy need not exist. Answers its id, which is that of the next number.
 */
export const storedClaim = async (
  { workshop, cloud }: Stage,
  states: readonly ClaimState[],
  changes: Partial<Claim> = {},
): Promise<string> => {
  const at = cloud.clock.now();
  claims += 1;
  const handlerId = deriveSecretId(workshop.vault, 'stf', HANDLER.openid);
  const steps = ['reported' as const, ...states].map((state) => ({
    state,
    at,
    by: { role: 'handler' as const, staffId: handlerId },
    reason: null,
  }));
  const claim: Claim = {
    ...SAMPLE_CLAIM,
    id: claimIdForTest(claims),
    number: `350421260000000${String(claims).padStart(5, '0')}`,
    state: steps[steps.length - 1]?.state ?? 'reported',
    steps,
    handlerId: states.length > 0 ? handlerId : null,
    reportedAt: at,
    clockFrom: at,
    ...changes,
  };
  const clocked = withClocks(claim, workshop.ports.calendar, at);
  await workshop.write(async (tx) => {
    await tx.claims.create(clocked);
    await appendAudit(tx, { action: 'claim.reported', record: clocked, actor: 'hh_x', at, first: true });
  });
  return claim.id;
};
