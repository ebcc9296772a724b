import { AppError } from '../../../shared/errors/app-error';
import { findDelivery } from '../../../shared/policy/delivery.contracts';
import { operation } from '../../_core/operation';
import { policyIdInVillage, toDeliveryView } from './policy-in-village';

/**
 * A policy of the specialist's own village, by the number on it: whose it is (masked), and whether the family has it.
 * Reads: policies by number, plans. Writes: tries, for a number that is no policy of the village.
 * Errors: POLICY_NOT_FOUND (also another village's), TOO_MANY_TRIES. Source: domain R29, R42.
 */
export const findDeliveryOperation = operation(findDelivery, async (context) => {
  const policy = await context.read.policies.get(await policyIdInVillage(context));
  if (!policy) throw new AppError('POLICY_NOT_FOUND');
  return { policy: await toDeliveryView(context, policy) };
});
