import type { z } from '../../../shared/zod';
import { isAdvanced, lastStepIn, type Claim } from '../../../shared/claim/claim.schema';
import { CLAIM_STATE_WORDS } from '../../../shared/claim/claim-state';
import { clockBarOfClaim } from '../../../shared/claim/clock-bar';
import type { claimSummary, ClaimView } from '../../../shared/claim/claim-view';
import { familyActionsOf } from '../../../shared/claim/family-actions';
import { decidedFen, decisionOf, openPapers, timelineOf } from '../../../shared/claim/timeline';
import { maskAccount } from '../../../shared/identity/masking';
import type { Payout } from '../../../shared/payout/payout.schema';
import type { ReadStores } from '../../_stores/stores';
import type { Workshop } from '../../_core/operation';
import { plansOf } from '../product/sale-plan';
import { policiesOfClaim } from './adjudicate-claim';

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

const payoutPart = (payout: Payout): ClaimView['payouts'][number] => ({
  purpose: payout.purpose,
  payee: payout.payee,
  amountFen: payout.amountFen,
  state: payout.state,
  failureReason: payout.failureReason,
  settledAt: payout.settledAt,
});

const payeePart = ({ relation, account, weight }: Claim['payees'][number]): ClaimView['payees'][number] => ({
  relation,
  holder: account.holder,
  maskedNumber: maskAccount(account.number),
  bank: account.bank,
  weight,
});

/** The decision as the family reads it. Source: domain R21. */
const decisionPart = (
  claim: Claim,
): Pick<ClaimView, 'statement' | 'refusal' | 'decidedAt' | 'advanceFen'> => {
  const decision = decisionOf(claim);
  const decided = lastStepIn(claim, 'approved', 'refused');
  return {
    statement: decision === 'pay' ? claim.drawn : null,
    refusal: decision === 'refuse' ? (decided?.reason ?? '') : null,
    decidedAt: decision === null ? null : (decided?.at ?? null),
    advanceFen: isAdvanced(claim) ? (claim.advance?.statement.totalFen ?? 0) : 0,
  };
};

/** The two people behind a decision; one read, and none before it. Source: domain R20, R21. */
const decidersOf = async (read: ReadStores, claim: Claim): Promise<ClaimView['decidedBy']> => {
  const { assessorId, approverId } = claim;
  if (decisionOf(claim) === null || assessorId === null || approverId === null) return null;
  const staff = await read.staff.find({ where: { id: { in: [assessorId, approverId] } }, limit: 2 });
  const nameOf = (id: string): string => staff.find((one) => one.id === id)?.name ?? '';
  return { assessor: nameOf(assessorId), approver: nameOf(approverId) };
};

/** A claim as its household sees it, with fresh addresses of its papers. The caller has checked whose it is. */
export const claimViewOf = async (
  { read, ports }: Pick<Workshop, 'read' | 'ports'>,
  claim: Claim,
): Promise<ClaimView> => {
  const files = [...claim.papers, ...(claim.voice ? [claim.voice] : [])];
  const [policies, urls, payouts, decidedBy] = await Promise.all([
    policiesOfClaim(read, claim),
    ports.files.temporaryUrls(files.map(({ fileId }) => fileId)),
    payoutsOfClaim(read, claim),
    decidersOf(read, claim),
  ]);
  const planOf = await plansOf({ read }, policies);
  const { insurer } = planOf(policies[0]);
  const voiceUrl = claim.voice ? urls[claim.papers.length] : undefined;
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
    photos: urls.slice(0, claim.papers.length).map((url) => ({ url })),
    voice: voiceUrl === undefined ? null : { url: voiceUrl },
    missingPapers: openPapers(claim),
    ...decisionPart(claim),
    decidedBy,
    payouts: payouts.map(payoutPart),
    objection: claim.objection,
    rating: claim.rating,
    insurerName: insurer.name,
    hotline: insurer.hotline,
    actions: familyActionsOf(claim),
  };
};
