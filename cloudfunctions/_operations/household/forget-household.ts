import { forgetHousehold } from '../../../shared/household/keep-household.contracts';
import { appendAudit } from '../../_core/audit';
import { operation } from '../../_core/operation';

/**
 * Forgets the remembered family: names, numbers, phone and contact are gone; the village stays, without which the home
 * page could show nothing, and so do policies, payments and claims, which the law makes the insurer keep.
 * Guarantees: household and audit in one transaction; forgetting nobody changes nothing.
 * Reads and writes: households, audit. Errors: none. Source: domain R32.
 */
export const forgetHouseholdOperation = operation(forgetHousehold, async ({ caller, once, ports }) => {
  const at = ports.clock.now();
  return once(async (tx) => {
    const known = await tx.households.get(caller.householdId);
    if (!known) return {};
    const forgotten = { ...known, members: [], phone: '', contact: null, updatedAt: at };
    await tx.households.put(forgotten);
    await appendAudit(tx, {
      action: 'household.forgotten',
      record: forgotten,
      actor: caller.householdId,
      at,
    });
    return {};
  });
});
