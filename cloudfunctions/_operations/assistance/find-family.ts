import { findFamily } from '../../../shared/assistance/assistance.contracts';
import { AppError } from '../../../shared/errors/app-error';
import { maskName } from '../../../shared/identity/masking';
import { chinaDayOf } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { policyIdInVillage, toDeliveryView } from '../policy/policy-in-village';

/**
 * Whom a specialist may help to file: the people of a policy of the own village, by the number on it.
 * Reads: policies by number, plans. Writes: tries, for a number that is no policy of the village.
 * Errors: POLICY_NOT_FOUND (also another village's), TOO_MANY_TRIES. Source: domain R29, R40.
 */
export const findFamilyOperation = operation(findFamily, async (context) => {
  const policy = await context.read.policies.get(await policyIdInVillage(context));
  if (!policy) throw new AppError('POLICY_NOT_FOUND');
  const { policyNumber, maskedHolderName, planName, startDay, lastDay } = await toDeliveryView(
    context,
    policy,
  );
  return {
    today: chinaDayOf(context.ports.clock.now()),
    policyNumber,
    maskedHolderName,
    planName,
    startDay,
    lastDay,
    persons: policy.insured.map(({ name, relation }) => ({ maskedName: maskName(name), relation })),
  };
});
