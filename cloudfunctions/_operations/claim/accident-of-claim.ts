import type { Accident } from '../../../shared/claim/accident.schema';
import type { Claim } from '../../../shared/claim/claim.schema';
import { chinaDayOf } from '../../../shared/time/china-day';
import { deriveId } from '../../_core/ids';

/** What one policy knows of an accident: same policy, same person, same China day. */
export const accidentIdOf = (
  policyId: string,
  { personKey, accidentAt }: Pick<Claim, 'personKey' | 'accidentAt'>,
): string => deriveId('acc', policyId, personKey, chinaDayOf(accidentAt));

/** The accident of a stored claim under one of its policies; the claim wrote it when it was filed. */
export const accidentOf = async (
  stores: { readonly accidents: { get(id: string): Promise<Accident | undefined> } },
  policyId: string,
  claim: Pick<Claim, 'personKey' | 'accidentAt'>,
): Promise<Accident> => {
  const accident = await stores.accidents.get(accidentIdOf(policyId, claim));
  if (!accident) throw new Error('a claim without its accident');
  return accident;
};
