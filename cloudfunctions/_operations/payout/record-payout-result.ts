import type { Claim } from '../../../shared/claim/claim.schema';
import { transferRows } from '../../../shared/money/ledger.schema';
import { recordPayoutResult } from '../../../shared/payout/payout.contracts';
import type { Payout } from '../../../shared/payout/payout.schema';
import { EMPTY_TALLY, type FigureEvent } from '../../../shared/report/figures';
import { chinaDayOf, monthOf, type EpochMs } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import type { Caller } from '../../_core/caller';
import { deriveId } from '../../_core/ids';
import { operation } from '../../_core/operation';
import { storeStep } from '../claim/desk-step';
import { payoutFailedMessage, payoutNoticeMessage } from '../message/claim-messages';
import { payoutToMove } from './payout-to-move';
import { toPayoutView } from './payout-views';

interface Entry {
  readonly payout: Payout;
  readonly claim: Claim;
  readonly caller: Caller;
  readonly at: EpochMs;
}

const paidEvent = (claim: Claim, paidFen: number, at: EpochMs): FigureEvent => ({
  id: deriveId('evt', 'claimPaid', claim.id),
  kind: 'claimPaid',
  subject: claim.id,
  regionCode: claim.regionCode,
  month: monthOf(chinaDayOf(at)),
  at,
  adds: { ...EMPTY_TALLY, claimsPaid: 1, paidFen },
  folded: false,
});

const storePaid = async (tx: WriteStores, entry: Entry, bankReference: string): Promise<Payout> => {
  const { payout, claim, caller, at } = entry;
  const { amountFen } = payout;
  const paid: Payout = { ...payout, state: 'paid', bankReference, enteredBy: caller.staffId, settledAt: at };
  const changes = { paidFen: amountFen, paidAt: at };
  const paidClaim = await storeStep(tx, claim, { to: 'paid', caller, role: 'cashier', at, changes });
  await tx.ledger.create({
    id: deriveId('led', 'claimPaid', payout.id),
    kind: 'claimPaid',
    subject: payout.id,
    rows: transferRows('bank', 'claimsPayable', amountFen),
    at,
  });
  await tx.figureEvents.create(paidEvent(paidClaim, amountFen, at));
  await tx.messages.create(payoutNoticeMessage(paidClaim, paid, at));
  return paid;
};

const storeFailed = async (tx: WriteStores, entry: Entry, reason: string): Promise<Payout> => {
  const { payout, claim, caller, at } = entry;
  const enteredBy = caller.staffId;
  const failed: Payout = { ...payout, state: 'failed', failureReason: reason, enteredBy, settledAt: at };
  const step = { to: 'paymentFailed', caller, role: 'cashier', at, reason } as const;
  const failedClaim = await storeStep(tx, claim, step);
  await tx.messages.create(payoutFailedMessage(failedClaim, failed, at));
  return failed;
};

/**
 * The cashier enters what the bank answered: paid with its reference, or returned with a reason.
 * Guarantees: payment, claim, ledger, figures, audit and the family's message are stored together; a result is entered
 * once; nothing counts as paid before the bank said so.
 * Reads and writes: payouts, claims, ledger, figure events, messages, audit; one transaction. Source: domain R20, R23.
 * Errors: PAYOUT_NOT_FOUND, OWN_HOUSEHOLD, OWN_ASSESSMENT, PAYOUT_STATE_WRONG.
 */
export const recordPayoutResultOperation = operation(
  recordPayoutResult,
  async ({ input, caller, once, ports }) => {
    const at = ports.clock.now();
    const { result } = input;
    const settled = await once(async (tx) => {
      const { payout, claim } = await payoutToMove(tx, caller, input.payoutId, result.outcome);
      const entry = { payout, claim, caller, at };
      const after =
        result.outcome === 'paid'
          ? await storePaid(tx, entry, result.bankReference)
          : await storeFailed(tx, entry, result.reason);
      await tx.payouts.put(after);
      await appendAudit(tx, {
        action: `payout.${result.outcome}`,
        record: after,
        actor: caller.staffId,
        at,
      });
      return after;
    });
    return { payout: toPayoutView(settled) };
  },
);
