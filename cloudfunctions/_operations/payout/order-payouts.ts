import type { Claim } from '../../../shared/claim/claim.schema';
import { payeeSharesOf } from '../../../shared/claim/payees';
import type { Fen } from '../../../shared/money/fen';
import type { Payout } from '../../../shared/payout/payout.schema';
import type { EpochMs } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import { deriveId } from '../../_core/ids';

/** What is to be paid, and for which decision: an order repeated lands on the same payments. */
interface PayoutOrder {
  readonly purpose: Payout['purpose'];
  readonly totalFen: Fen;
  readonly at: EpochMs;
}

const payoutOf = (claim: Claim, { purpose, at }: PayoutOrder, position: number, amountFen: Fen): Payout => {
  const payee = claim.payees[position];
  if (!payee) throw new Error('a payment without a payee');
  return {
    // What was ordered before tells one decision's payments from the next one's.
    id: deriveId('pay', claim.id, purpose, String(claim.orderedFen), String(position)),
    claimId: claim.id,
    claimNumber: claim.number,
    purpose,
    payee: position,
    regionCode: claim.regionCode,
    countyCode: claim.countyCode,
    openid: claim.openid,
    amountFen,
    account: payee.account,
    state: 'ready',
    bankReference: null,
    failureReason: null,
    enteredBy: null,
    createdAt: at,
    settledAt: null,
  };
};

/** One payment for each payee: shares add up to the total, nobody is sent nothing. Source: domain R26. */
export const payoutsFor = (claim: Claim, order: PayoutOrder): Payout[] =>
  payeeSharesOf(order.totalFen, claim.payees)
    .map((amountFen, position) => payoutOf(claim, order, position, amountFen))
    .filter(({ amountFen }) => amountFen > 0);

/** Stores payments that were just ordered, each with its audit row. */
export const storePayouts = async (
  tx: WriteStores,
  payouts: readonly Payout[],
  { actor, at }: { actor: string; at: EpochMs },
): Promise<void> => {
  for (const payout of payouts) {
    await tx.payouts.create(payout);
    await appendAudit(tx, { action: 'payout.ordered', record: payout, actor, at, first: true });
  }
};
