import { sumOf, type Fen } from '../money/fen';
import type { Payer } from '../order/payer.schema';
import type { SponsorKind } from '../roster/roster.schema';
import type { Sponsorship, SponsorShare } from './sponsorship.schema';

/** A household has at most one share of a government; an employer's and a donor's would be double cover. Source: domain R11. */
const isGovernment = (kind: SponsorKind): boolean => kind === 'government';

/** The share that a new one of this kind would double; undefined when there is none. */
export const doubledShare = (
  sponsorship: Sponsorship | undefined,
  kind: SponsorKind,
): SponsorShare | undefined =>
  sponsorship?.shares.find(
    (share) => share.state !== 'returned' && isGovernment(share.kind) === isGovernment(kind),
  );

/**
 * Who pays a premium: each pledged share as far as the premium goes, a government's first, and the family the rest.
 * Guarantees: the amounts add up to the premium; nobody is listed who pays nothing, but for the family itself when
 * nobody else pays. Source: domain R11.
 */
export const payersOf = (premiumFen: Fen, sponsorship: Sponsorship | undefined): Payer[] => {
  const pledged = (sponsorship?.shares ?? [])
    .filter(({ state }) => state === 'pledged')
    .sort((one, other) => Number(isGovernment(other.kind)) - Number(isGovernment(one.kind)));
  const payers: Payer[] = [];
  let left = premiumFen;
  for (const { kind, sponsorId, name, shareFen } of pledged) {
    const amountFen = Math.min(shareFen, left);
    left -= amountFen;
    if (amountFen > 0) payers.push({ kind, sponsorId, name, amountFen });
  }
  if (left > 0 || payers.length === 0) {
    payers.push({ kind: 'self', sponsorId: null, name: null, amountFen: left });
  }
  return payers;
};

/** Whether every sponsor among the payers still has its pledge to give. */
export const arePledged = (payers: readonly Payer[], sponsorship: Sponsorship | undefined): boolean =>
  payers.every(
    ({ sponsorId, amountFen }) =>
      sponsorId === null ||
      sponsorship?.shares.some(
        (share) => share.sponsorId === sponsorId && share.state === 'pledged' && share.shareFen >= amountFen,
      ) === true,
  );

/** The shares after they paid for a policy. */
export const usedFor = (
  sponsorship: Sponsorship,
  payers: readonly Payer[],
  policyId: string,
): Sponsorship => ({
  ...sponsorship,
  shares: sponsorship.shares.map((share) => {
    const part = payers.find(({ sponsorId }) => sponsorId === share.sponsorId);
    return share.state === 'pledged' && part
      ? { ...share, state: 'used', policyId, usedFen: part.amountFen }
      : share;
  }),
});

/** The shares after the policy that they paid for was cancelled: what is left belongs to the bodies again. */
export const returnedFrom = (sponsorship: Sponsorship, policyId: string): Sponsorship => ({
  ...sponsorship,
  shares: sponsorship.shares.map((share) =>
    share.state === 'used' && share.policyId === policyId ? { ...share, state: 'returned' } : share,
  ),
});

/** What others than the family pay. */
export const sponsoredFen = (payers: readonly Payer[]): Fen =>
  sumOf(payers.filter(({ kind }) => kind !== 'self').map(({ amountFen }) => amountFen));
