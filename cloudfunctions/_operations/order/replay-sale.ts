import { AppError } from '../../../shared/errors/app-error';
import { maskIdNumber } from '../../../shared/identity/masking';
import type { Order } from '../../../shared/order/order.schema';
import { replaySale, type ReplayedPage } from '../../../shared/order/replay-sale.contract';
import type { Plan } from '../../../shared/product/plan.schema';
import { appendAudit } from '../../_core/audit';
import { holdsRoleOn } from '../../_core/caller';
import { operation } from '../../_core/operation';
import { documentHash } from '../product/document-hash';
import { planOf } from '../product/sale-plan';

/** A confirmed page beside the text that is kept of it; the hash is computed anew, the stored one is not believed. */
const replayed = (shown: Order['confirmations'][number], plan: Plan): ReplayedPage => {
  const kept = plan.documents.find(({ id, version }) => id === shown.documentId && version === shown.version);
  const { documentId, version, sha256, confirmedAt } = shown;
  return {
    documentId,
    version,
    sha256,
    confirmedAt,
    standing: kept ? (documentHash(kept) === sha256 ? 'same' : 'altered') : 'missing',
    title: kept?.title ?? documentId,
    sections: kept?.sections ?? null,
  };
};

/**
 * How a policy was sold, for the desk of its county.
 * Guarantees: what is shown is never shown without a row in the policy's audit that says who looked; a page's text is
 * called the same only when it has the hash that the buyer confirmed.
 * Reads: policies by number, orders, plans. Writes: audit.
 * Errors: POLICY_NOT_FOUND (also another county's). Source: domain R25, R26.
 */
export const replaySaleOperation = operation(replaySale, async (context) => {
  const { read, write, caller, input, ports } = context;
  const [policy] = await read.policies.find({ where: { number: input.policyNumber }, limit: 1 });
  if (!policy || !holdsRoleOn(caller, policy.regionCode, 'handler', 'approver')) {
    throw new AppError('POLICY_NOT_FOUND');
  }
  const [order, plan] = await Promise.all([read.orders.get(policy.orderId), planOf(context, policy.planId)]);
  await write((tx) =>
    appendAudit(tx, {
      action: 'policy.saleReplayed',
      record: policy,
      actor: caller.staffId,
      at: ports.clock.now(),
    }),
  );
  return {
    policyNumber: policy.number,
    planName: plan.name,
    productName: plan.productName,
    filingNumber: plan.filingNumber,
    insurerName: plan.insurer.name,
    placedAt: order?.createdAt ?? null,
    issuedAt: policy.issuedAt,
    pages: (order?.confirmations ?? []).map((shown) => replayed(shown, plan)),
    people: policy.insured.map((person, position) => ({
      name: person.name,
      maskedIdNumber: maskIdNumber(person.idNumber),
      relation: person.relation,
      signature: order?.signatures.find(({ memberIndex }) => memberIndex === position)?.strokes ?? null,
      consent: person.consent,
    })),
  };
});
