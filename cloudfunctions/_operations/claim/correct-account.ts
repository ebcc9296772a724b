import { correctAccount } from '../../../shared/claim/answer-decision.contracts';
import { newAccountFaults, normaliseAccountNumber } from '../../../shared/claim/payees';
import { AppError, refuseFaults } from '../../../shared/errors/app-error';
import type { Payout } from '../../../shared/payout/payout.schema';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import { operation } from '../../_core/operation';
import { claimViewOf } from './claim-views';
import { changeAndStore, momentOf } from './move-and-store';
import { ownClaim } from './own-claim';

/** More payments than a claim ever has. */
const MOST_PAYOUTS = 60;

/** What the bank returned of the payments that were found for a payee. Throws CLAIM_STATE_WRONG when it returned none. */
const returnedPayouts = async (tx: WriteStores, ids: readonly string[]): Promise<Payout[]> => {
  const returned: Payout[] = [];
  for (const id of ids) {
    const payout = await tx.payouts.get(id);
    if (payout?.state === 'failed') returned.push(payout);
  }
  if (returned.length === 0) throw new AppError('CLAIM_STATE_WRONG');
  return returned;
};

/**
 * The bank returned a payment; the family gives a better account of the same payee.
 * Guarantees: only the number and the bank change, never who is paid or how much; claim and payments change together, an
 * advance that came back as the decision's own.
 * Reads and writes: claims, payouts, audit; one transaction. Source: domain R23.
 * Errors: CLAIM_NOT_FOUND (also another family's), CLAIM_STATE_WRONG, ACCOUNT_INVALID, PAYEES_WRONG (another payee's account).
 */
export const correctAccountOperation = operation(correctAccount, async (context) => {
  const { input, caller, once, ports, read } = context;
  const moment = momentOf(ports);
  const actor = caller.householdId;
  const ordered = await read.payouts.find({ where: { claimId: input.claimId }, limit: MOST_PAYOUTS });
  const ids = ordered.filter(({ payee }) => payee === input.payee).map(({ id }) => id);
  const claim = await once(async (tx) => {
    const before = await ownClaim(tx, caller, input.claimId);
    const returned = await returnedPayouts(tx, ids);
    refuseFaults(newAccountFaults(before.payees, input.payee, input.number));
    const better = { number: normaliseAccountNumber(input.number), bank: input.bank };
    for (const payout of returned) {
      const corrected = { ...payout, account: { ...payout.account, ...better } };
      await tx.payouts.put(corrected);
      await appendAudit(tx, { action: 'payout.accountCorrected', record: corrected, actor, at: moment.at });
    }
    const payees = before.payees.map((payee, index) =>
      index === input.payee ? { ...payee, account: { ...payee.account, ...better } } : payee,
    );
    return changeAndStore(tx, before, { action: 'accountCorrected', actor, moment, changes: { payees } });
  });
  return { claim: await claimViewOf(context, claim) };
});
