import type { Accident } from '../../../shared/claim/accident.schema';
import type { Claim } from '../../../shared/claim/claim.schema';
import { chinaDayOf } from '../../../shared/time/china-day';
import { deriveId } from '../../_core/ids';

/** The accident a claim is about: same policy, same person, same China day. */
export const accidentIdOf = (claim: Pick<Claim, 'policyId' | 'personKey' | 'accidentAt'>): string =>
  deriveId('acc', claim.policyId, claim.personKey, chinaDayOf(claim.accidentAt));

/** The accident of a stored claim, which wrote it when it was filed. */
export const accidentOf = async (
  stores: { readonly accidents: { get(id: string): Promise<Accident | undefined> } },
  claim: Claim,
): Promise<Accident> => {
  const accident = await stores.accidents.get(accidentIdOf(claim));
  if (!accident) throw new Error('a claim without its accident');
  return accident;
};
