import { AppError } from '../../../shared/errors/app-error';
import { recordDelivery } from '../../../shared/policy/delivery.contracts';
import type { Policy } from '../../../shared/policy/policy.schema';
import { appendAudit } from '../../_core/audit';
import { operation } from '../../_core/operation';
import { refuseIfOver } from './own-policy';
import { policyIdInVillage, toDeliveryView } from './policy-in-village';
import { storeReceipt } from './policy-receipt';

/**
 * Records that a specialist handed a policy over at the family's home.
 * Guarantees: one record for each policy, with who and when; counted as received once, also when the family has opened
 * it itself; policy, figures and audit are stored together.
 * Reads and writes: policies by number, plans; policies, figure events, audit in one transaction; tries.
 * Errors: POLICY_NOT_FOUND (also another village's), TOO_MANY_TRIES, POLICY_OVER, DELIVERY_RECORDED.
 * Source: domain R36, R42.
 */
export const recordDeliveryOperation = operation(recordDelivery, async (context) => {
  const { input, caller, once, ports } = context;
  const at = ports.clock.now();
  const policyId = await policyIdInVillage(context);
  const delivered = await once(async (tx): Promise<Policy> => {
    const policy = await tx.policies.get(policyId);
    if (!policy) throw new AppError('POLICY_NOT_FOUND');
    refuseIfOver(policy, at);
    if (policy.delivery !== null) throw new AppError('DELIVERY_RECORDED');
    const brought: Policy = { ...policy, delivery: { at, staffId: caller.staffId, note: input.note } };
    await storeReceipt(tx, policy, brought, at);
    await appendAudit(tx, { action: 'policy.delivered', record: brought, actor: caller.staffId, at });
    return brought;
  });
  return { policy: await toDeliveryView(context, delivered) };
});
