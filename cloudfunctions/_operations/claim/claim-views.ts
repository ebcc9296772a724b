import type { z } from '../../../shared/zod';
import type { Claim } from '../../../shared/claim/claim.schema';
import { CLAIM_STATE_WORDS, mayMove } from '../../../shared/claim/claim-state';
import type { claimSummary, ClaimView } from '../../../shared/claim/claim-view';
import { decidedFen, isDecidedToPay, timelineOf } from '../../../shared/claim/timeline';
import { maskAccount } from '../../../shared/identity/masking';
import type { Payout } from '../../../shared/payout/payout.schema';
import type { Workshop } from '../../_core/operation';
import { payoutIdOf } from '../payout/payout-of-claim';
import { planOf } from '../product/sale-plan';
import { policyOfClaim } from './adjudicate-claim';

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

const payoutPart = (payout: Payout | undefined): ClaimView['payout'] =>
  payout ? { amountFen: payout.amountFen, state: payout.state, settledAt: payout.settledAt } : null;

/** A claim as its household sees it, with fresh addresses of its photos. The caller has checked whose it is. */
export const claimViewOf = async (
  workshop: Pick<Workshop, 'read' | 'ports'>,
  claim: Claim,
): Promise<ClaimView> => {
  const { read, ports } = workshop;
  const decided = isDecidedToPay(claim.state);
  const [policy, urls, payout] = await Promise.all([
    policyOfClaim(read, claim),
    ports.files.temporaryUrls(claim.photos.map((photo) => photo.fileId)),
    decided ? read.payouts.get(payoutIdOf(claim.id)) : undefined,
  ]);
  const plan = await planOf(workshop, policy.planId);
  const { holder, number, bank } = claim.account;
  return {
    ...toClaimSummary(claim),
    policyId: policy.id,
    policyNumber: policy.number,
    planName: plan.name,
    cause: claim.cause,
    place: claim.place,
    description: claim.description,
    timeline: timelineOf(claim),
    account: { holder, maskedNumber: maskAccount(number), bank },
    photos: urls.map((url) => ({ url })),
    statement: decided ? claim.statement : null,
    payout: payoutPart(payout),
    insurerName: plan.insurer.name,
    hotline: plan.insurer.hotline,
    mayWithdraw: mayMove(claim.state, 'withdrawn', 'member'),
  };
};
