import { blocksAnother, type Accident } from '../../../shared/claim/accident.schema';
import type { Claim } from '../../../shared/claim/claim.schema';
import { AppError } from '../../../shared/errors/app-error';
import type { ReadStores, WriteStores } from '../../_stores/stores';
import { accidentIdOf } from './accident-of-claim';

/**
 * One claim for each accident and kind: another one stands unless it was withdrawn, refused, or paid (bills, stays).
 * Throws CLAIM_ALREADY_FILED.
 */
export const refuseSecondClaim = async (
  stores: Pick<ReadStores | WriteStores, 'claims'>,
  accident: Accident | undefined,
  claim: Claim,
): Promise<void> => {
  const otherId = accident?.claims[claim.kind];
  // Its own id: the other tap of a double tap was faster, and `once` gives its answer.
  const other = otherId && otherId !== claim.id ? await stores.claims.get(otherId) : undefined;
  if (other && blocksAnother(claim.kind, other.state)) throw new AppError('CLAIM_ALREADY_FILED');
};

const NO_CLAIMS: Accident['claims'] = {
  medical: null,
  allowance: null,
  disability: null,
  death: null,
  illness: null,
};

/** Each policy of a claim knows from now on that this one stands for its accident and kind. Throws CLAIM_ALREADY_FILED. */
export const storeAccidents = async (tx: WriteStores, claim: Claim): Promise<void> => {
  for (const policyId of claim.policyIds) {
    const id = accidentIdOf(policyId, claim);
    const accident = await tx.accidents.get(id);
    await refuseSecondClaim(tx, accident, claim);
    const claims = { ...(accident?.claims ?? NO_CLAIMS), [claim.kind]: claim.id };
    await (accident
      ? tx.accidents.put({ ...accident, claims })
      : tx.accidents.create({ id, policyId, claims, deductibleBorneFen: 0 }));
  }
};
