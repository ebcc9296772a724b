import type { z } from '../../../shared/zod';
import { objectBy } from '../../../shared/claim/claim-clocks';
import { lastStepIn, type Claim } from '../../../shared/claim/claim.schema';
import { CLAIM_STATE_WORDS } from '../../../shared/claim/claim-state';
import { clockBarOfClaim } from '../../../shared/claim/clock-bar';
import { openPapers } from '../../../shared/claim/asked-papers';
import type { claimSummary, ClaimView } from '../../../shared/claim/claim-view';
import { familyActionsOf } from '../../../shared/claim/family-actions';
import { decidedFen, decisionOf, timelineOf } from '../../../shared/claim/timeline';
import { maskAccount } from '../../../shared/identity/masking';
import { sumOf, type Fen } from '../../../shared/money/fen';
import type { Payout } from '../../../shared/payout/payout.schema';
import type { EpochMs } from '../../../shared/time/china-day';
import type { ReadStores } from '../../_stores/stores';
import type { OperationContext, Workshop } from '../../_core/operation';
import { plansOf } from '../product/sale-plan';
import { policiesOfClaim } from './adjudicate-claim';
import { nameIn, namesOf, type Names } from './colleague-names';
import { familyViewer, showPapers } from './show-papers';

/** A claim in the family's list. */
export const toClaimSummary = (claim: Claim): z.infer<typeof claimSummary> => ({
  claimId: claim.id,
  claimNumber: claim.number,
  personName: claim.personName,
  kind: claim.kind,
  state: claim.state,
  stateText: CLAIM_STATE_WORDS[claim.state],
  reportedAt: claim.reportedAt,
  accidentAt: claim.accidentAt,
  promise: claim.promise,
  decidedFen: decidedFen(claim),
});

/** More payments than a claim ever has. */
const MOST_PAYOUTS = 60;

/** Every payment of a claim, oldest first; one read, and none while nothing was ordered. */
const payoutsOfClaim = async (read: ReadStores, claim: Claim): Promise<Payout[]> =>
  claim.orderedFen === 0
    ? []
    : read.payouts.find({
        where: { claimId: claim.id },
        orderBy: [['createdAt', 'asc']],
        limit: MOST_PAYOUTS,
      });

const payeePart = ({ relation, account, weight }: Claim['payees'][number]): ClaimView['payees'][number] => ({
  relation,
  holder: account.holder,
  maskedNumber: maskAccount(account.number),
  bank: account.bank,
  weight,
});

/** When the family agreed to the decision that stands. */
const agreedAtOf = (claim: Claim): EpochMs | null =>
  decisionOf(claim) === 'pay' && claim.state !== 'approved'
    ? (lastStepIn(claim, 'agreed')?.at ?? null)
    : null;

const payoutPart = (claim: Claim, payout: Payout): ClaimView['payouts'][number] => ({
  purpose: payout.purpose,
  isCurrent: agreedAtOf(claim) !== null && claim.payoutIds.includes(payout.id),
  payee: payout.payee,
  amountFen: payout.amountFen,
  state: payout.state,
  failureReason: payout.failureReason,
  settledAt: payout.settledAt,
});

/** Everything that was ordered before the decision that stands. */
const orderedBefore = (claim: Claim, payouts: readonly Payout[]): Fen => {
  if (agreedAtOf(claim) === null) return claim.orderedFen;
  const now = payouts.filter(({ id }) => claim.payoutIds.includes(id));
  return claim.orderedFen - sumOf(now.map(({ amountFen }) => amountFen));
};

/** The decision as the family reads it. Source: domain R21. */
const decisionPart = (
  claim: Claim,
  names: Names,
): Pick<
  ClaimView,
  'statement' | 'refusal' | 'refusedParts' | 'decidedAt' | 'decidedBy' | 'agreedAt' | 'objectBy'
> => {
  const decision = decisionOf(claim);
  const decided = decision === null ? undefined : lastStepIn(claim, 'approved', 'refused');
  const isRefused = decision === 'refuse';
  return {
    statement: decision === 'pay' ? claim.drawn : null,
    refusal: isRefused ? (decided?.reason ?? '') : null,
    refusedParts: isRefused ? (claim.statement?.refused ?? []) : [],
    decidedAt: decided?.at ?? null,
    decidedBy: decided
      ? {
          assessor: nameIn(names, claim.assessorId),
          assessedAt: lastStepIn(claim, 'assessed')?.at ?? null,
          approver: nameIn(names, claim.approverId),
        }
      : null,
    agreedAt: agreedAtOf(claim),
    objectBy: claim.state === 'refused' && decided ? objectBy(decided.at) : null,
  };
};

/** What a household sees of a claim besides its papers. The caller has checked whose it is. */
export const claimWithoutPapers = async (
  { read, ports }: Pick<Workshop, 'read' | 'ports'>,
  claim: Claim,
): Promise<Omit<ClaimView, 'photos' | 'voice'>> => {
  const [policies, payouts, names] = await Promise.all([
    policiesOfClaim(read, claim),
    payoutsOfClaim(read, claim),
    decisionOf(claim) === null ? new Map() : namesOf({ read }, [claim.assessorId, claim.approverId]),
  ]);
  const planOf = await plansOf({ read }, policies);
  const { insurer } = planOf(policies[0]);
  return {
    ...toClaimSummary(claim),
    version: claim.version,
    policies: policies.map((policy) => ({
      policyId: policy.id,
      policyNumber: policy.number,
      planName: planOf(policy).name,
    })),
    cause: claim.cause,
    place: claim.place,
    description: claim.description,
    timeline: timelineOf(claim),
    clock: clockBarOfClaim(claim, ports.calendar, ports.clock.now()),
    payees: claim.payees.map(payeePart),
    missingPapers: openPapers(claim).map(({ paper, called, photos }) => ({
      paper,
      called,
      photos: photos.length,
    })),
    ...decisionPart(claim, names),
    advanceFen: orderedBefore(claim, payouts),
    payouts: payouts.map((payout) => payoutPart(claim, payout)),
    objection: claim.objection,
    rating: claim.rating,
    insurerName: insurer.name,
    hotline: insurer.hotline,
    complaintChannel: insurer.complaintChannel,
    actions: familyActionsOf(claim, payouts),
  };
};

/** A claim as its household sees it, with fresh addresses of its papers. Throws CLAIM_NOT_FOUND for another family. */
export const claimViewOf = async (
  workshop: Pick<OperationContext<unknown>, 'read' | 'write' | 'ports' | 'caller'>,
  claim: Claim,
): Promise<ClaimView> => {
  const viewer = familyViewer(workshop.caller, claim);
  const [view, { papers, voice }] = await Promise.all([
    claimWithoutPapers(workshop, claim),
    showPapers(workshop, claim, viewer),
  ]);
  return { ...view, photos: papers.map(({ url }) => ({ url })), voice };
};
