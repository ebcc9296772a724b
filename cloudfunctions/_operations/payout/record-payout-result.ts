import type { Claim } from '../../../shared/claim/claim.schema';
import type { ClaimState } from '../../../shared/claim/claim-state';
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
import { storeChange, storeStep } from '../claim/desk-step';
import { momentOf, moveAndStore, type Moment } from '../claim/move-and-store';
import { payoutFailedMessage, payoutNoticeMessage } from '../message/claim-messages';
import { payoutToMove } from './payout-to-move';
import { toPayoutView } from './payout-views';

interface Entry {
  readonly payout: Payout;
  readonly claim: Claim;
  readonly caller: Caller;
  readonly moment: Moment;
}

/** Money that reached a payee; the claim counts as paid, once, with the last payment of its first decision. */
const paidEvent = (before: Claim, after: Claim, { id, amountFen }: Payout, at: EpochMs): FigureEvent => ({
  id: deriveId('evt', 'claimPaid', id),
  kind: 'claimPaid',
  subject: after.id,
  regionCode: after.regionCode,
  month: monthOf(chinaDayOf(at)),
  at,
  adds: {
    ...EMPTY_TALLY,
    claimsPaid: before.paidAt === null && after.paidAt !== null ? 1 : 0,
    paidFen: amountFen,
  },
  folded: false,
});

/** In which a claim is paid as soon as everything that was ordered for it has arrived. */
const AWAITS_MONEY: readonly ClaimState[] = ['agreed', 'paying'];

/** The claim once a payment has arrived: paid with the last one that was ordered, else as it stood with more paid. */
const storeArrival = async (tx: WriteStores, { payout, claim, caller, moment }: Entry): Promise<Claim> => {
  const changes = { paidFen: claim.paidFen + payout.amountFen };
  const isLast = AWAITS_MONEY.includes(claim.state) && changes.paidFen >= claim.orderedFen;
  if (!isLast) return storeChange(tx, claim, { action: 'partPaid', caller, moment, changes });
  const paid = { ...changes, paidAt: moment.at };
  if (claim.state === 'paying') {
    return storeStep(tx, claim, { to: 'paid', caller, role: 'cashier', moment, changes: paid });
  }
  const by = { role: 'timer', staffId: null } as const;
  return moveAndStore(tx, claim, { to: 'paid', by, actor: caller.staffId, moment, changes: paid });
};

const storePaid = async (tx: WriteStores, entry: Entry, bankReference: string): Promise<Payout> => {
  const { payout, claim: before, caller, moment } = entry;
  const { at } = moment;
  const paid: Payout = { ...payout, state: 'paid', bankReference, enteredBy: caller.staffId, settledAt: at };
  const claim = await storeArrival(tx, entry);
  await tx.ledger.create({
    id: deriveId('led', 'claimPaid', payout.id),
    kind: 'claimPaid',
    subject: payout.id,
    rows: transferRows('bank', 'claimsPayable', payout.amountFen),
    at,
  });
  await tx.figureEvents.create(paidEvent(before, claim, paid, at));
  await tx.messages.create(payoutNoticeMessage(claim, paid, at));
  return paid;
};

const storeFailed = async (tx: WriteStores, entry: Entry, reason: string): Promise<Payout> => {
  const { payout, claim, caller, moment } = entry;
  const enteredBy = caller.staffId;
  const failed: Payout = {
    ...payout,
    state: 'failed',
    failureReason: reason,
    enteredBy,
    settledAt: moment.at,
  };
  const failedClaim =
    payout.purpose === 'claim' && claim.state === 'paying'
      ? await storeStep(tx, claim, { to: 'paymentFailed', caller, role: 'cashier', moment, reason })
      : await storeChange(tx, claim, { action: 'paymentFailed', caller, moment, changes: {} });
  await tx.messages.create(payoutFailedMessage(failedClaim, failed, moment.at));
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
    const moment = momentOf(ports);
    const { result } = input;
    const settled = await once(async (tx) => {
      const { payout, claim } = await payoutToMove(tx, caller, input.payoutId, result.outcome);
      const entry = { payout, claim, caller, moment };
      const after =
        result.outcome === 'paid'
          ? await storePaid(tx, entry, result.bankReference)
          : await storeFailed(tx, entry, result.reason);
      await tx.payouts.put(after);
      await appendAudit(tx, {
        action: `payout.${result.outcome}`,
        record: after,
        actor: caller.staffId,
        at: moment.at,
      });
      return after;
    });
    return { payout: toPayoutView(settled) };
  },
);
