import type { Claim } from '../../../shared/claim/claim.schema';
import type { Policy } from '../../../shared/policy/policy.schema';

/** Reading claims, inside a transaction or outside. */
export interface Claims {
  readonly claims: { get(id: string): Promise<Claim | undefined> };
}

/** The claims that were ever filed under a policy, oldest first; in a transaction that writes it, none slips in beside. */
export const claimsUnder = async ({ claims }: Claims, { claimIds }: Policy): Promise<Claim[]> => {
  const found: Claim[] = [];
  for (const id of claimIds) {
    const claim = await claims.get(id);
    if (claim) found.push(claim);
  }
  return found;
};
