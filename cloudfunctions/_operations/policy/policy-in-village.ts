import { AppError } from '../../../shared/errors/app-error';
import { maskName } from '../../../shared/identity/masking';
import type { DeliveryView } from '../../../shared/policy/delivery.contracts';
import type { Policy } from '../../../shared/policy/policy.schema';
import { chinaDayOf } from '../../../shared/time/china-day';
import { holdsRoleOn } from '../../_core/caller';
import type { OperationContext, Workshop } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { countTry } from './already-insured';
import { holderNameOf } from './holder-name';
import { lastDayOf } from './policy-views';

/** Numbers a specialist may mistype in a day: more would be a search for families. */
const MAX_WRONG_NUMBERS_A_DAY = 30;

/**
 * The id of a policy under a number, if it belongs to a village of the specialist. Throws POLICY_NOT_FOUND, also for
 * another village's, and counts it; TOO_MANY_TRIES. Source: domain R29, R42.
 */
export const policyIdInVillage = async (
  context: OperationContext<{ readonly policyNumber: string }>,
): Promise<string> => {
  const { read, caller, input } = context;
  const [policy] = await read.policies.find({ where: { number: input.policyNumber }, limit: 1 });
  if (policy && holdsRoleOn(caller, policy.regionCode, 'specialist')) return policy.id;
  await countTry(context, caller, { of: 'delivery', most: MAX_WRONG_NUMBERS_A_DAY });
  throw new AppError('POLICY_NOT_FOUND');
};

/** A policy as the specialist sees it. */
export const toDeliveryView = async (
  context: Pick<Workshop, 'read'>,
  policy: Policy,
): Promise<DeliveryView> => ({
  policyNumber: policy.number,
  maskedHolderName: maskName(await holderNameOf(context.read, policy)),
  planName: (await planOf(context, policy.planId)).name,
  startDay: chinaDayOf(policy.startAt),
  lastDay: lastDayOf(policy),
  openedOn: policy.openedAt === null ? null : chinaDayOf(policy.openedAt),
  deliveredOn: policy.delivery === null ? null : chinaDayOf(policy.delivery.at),
});
