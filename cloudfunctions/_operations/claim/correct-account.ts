import { correctAccount } from '../../../shared/claim/answer-decision.contracts';
import type { Claim } from '../../../shared/claim/claim.schema';
import { isAccountNumber, normaliseAccountNumber } from '../../../shared/claim/payees';
import { AppError, refuseFaults } from '../../../shared/errors/app-error';
import type { Payout } from '../../../shared/payout/payout.schema';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import { operation } from '../../_core/operation';
import { claimViewOf } from './claim-views';
import { changeAndStore, momentOf } from './move-and-store';
import { ownClaim } from './own-claim';

/** The payment that the bank returned for a payee. Throws CLAIM_STATE_WRONG when there is none. */
const returnedPayout = async (tx: WriteStores, claim: Claim, payee: number): Promise<Payout> => {
  for (const id of claim.payoutIds) {
    const payout = await tx.payouts.get(id);
    if (payout?.payee === payee && payout.state === 'failed') return payout;
  }
  throw new AppError('CLAIM_STATE_WRONG');
};

/**
 * The bank returned a payment; the family gives a better account of the same payee.
 * Guarantees: only the number and the bank change, never who is paid or how much; claim and payment change together.
 * Reads and writes: claims, payouts, audit; one transaction. Source: domain R23.
 * Errors: CLAIM_NOT_FOUND (also another family's), CLAIM_STATE_WRONG, ACCOUNT_INVALID.
 */
export const correctAccountOperation = operation(correctAccount, async (context) => {
  const { input, caller, once, ports } = context;
  if (!isAccountNumber(input.number)) refuseFaults([{ path: 'number', code: 'ACCOUNT_INVALID' }]);
  const moment = momentOf(ports);
  const actor = caller.householdId;
  const claim = await once(async (tx) => {
    const before = await ownClaim(tx, caller, input.claimId);
    const payout = await returnedPayout(tx, before, input.payee);
    const account = {
      ...payout.account,
      number: normaliseAccountNumber(input.number),
      bank: input.bank,
    };
    const corrected = { ...payout, account };
    await tx.payouts.put(corrected);
    await appendAudit(tx, { action: 'payout.accountCorrected', record: corrected, actor, at: moment.at });
    const payees = before.payees.map((payee, index) =>
      index === input.payee ? { ...payee, account } : payee,
    );
    return changeAndStore(tx, before, { action: 'accountCorrected', actor, moment, changes: { payees } });
  });
  return { claim: await claimViewOf(context, claim) };
});
