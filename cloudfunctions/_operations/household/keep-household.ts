import { AppError, refuseFaults } from '../../../shared/errors/app-error';
import { checkFamily, type EligibilityLimits } from '../../../shared/household/eligibility';
import type { Household } from '../../../shared/household/household.schema';
import { keepHousehold } from '../../../shared/household/keep-household.contracts';
import { normaliseIdNumber } from '../../../shared/identity/id-number';
import { chinaDayOf } from '../../../shared/time/china-day';
import { appendAudit } from '../../_core/audit';
import { operation } from '../../_core/operation';

/** No plan is asked about: whoever exists may be remembered. */
const ANYBODY: EligibilityLimits = {
  minAgeDays: 0,
  maxAgeYears: 150,
  renewalMaxAgeYears: 150,
  maxMembers: 20,
};

/**
 * Changes the family that is remembered for next year. Policies stay as they are.
 * Guarantees: names, numbers and relations are those of people who may exist; household and audit in one transaction.
 * Reads and writes: households, audit. Errors: HOUSEHOLD_NOT_FOUND (never bought), the eligibility errors.
 * Source: domain R32, R41.
 */
export const keepHouseholdOperation = operation(keepHousehold, async ({ input, caller, once, ports }) => {
  const at = ports.clock.now();
  const everybody = new Set(input.members.map(({ idNumber }) => normaliseIdNumber(idNumber)));
  const { members, faults } = checkFamily(input.members, chinaDayOf(at), ANYBODY, everybody);
  refuseFaults(faults);
  return once(async (tx) => {
    const known = await tx.households.get(caller.householdId);
    if (!known) throw new AppError('HOUSEHOLD_NOT_FOUND');
    const kept: Household = {
      ...known,
      members: [...members],
      phone: input.phone,
      contact: input.contact,
      updatedAt: at,
    };
    await tx.households.put(kept);
    await appendAudit(tx, { action: 'household.changed', record: kept, actor: caller.householdId, at });
    return {};
  });
});
