import { previewNewborn } from '../../../shared/policy/add-newborn.contracts';
import { benefitOf } from '../../../shared/product/benefits';
import { addDays } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { refuseIfShared, withNewborn } from './newborn-plan';
import { ownPolicy } from './own-policy';
import { lastDayOf } from './policy-views';

/**
 * What adding a newborn now would change, person by person.
 * Reads: policies, plans, claims. Writes nothing.
 * Errors: POLICY_NOT_FOUND, POLICY_OVER, NEWBORN_NOT_ADMITTED, TOO_MANY_MEMBERS, ADD_HAS_CLAIM. Source: domain R3.
 */
export const previewNewbornOperation = operation(previewNewborn, async (context) => {
  const { read, caller, input, ports } = context;
  const policy = await ownPolicy(read, caller, input.policyId);
  const [plan] = await Promise.all([planOf(context, policy.planId), refuseIfShared(read, policy)]);
  const { startDay, bornFrom, persons } = withNewborn(policy, plan, ports.clock.now());
  return {
    planName: plan.name,
    startDay,
    lastDay: lastDayOf(policy),
    bornFrom,
    bornUntil: addDays(startDay, -plan.minAgeDays),
    persons: policy.insured.map(({ name, relation, accidentShareFen }, position) => ({
      name,
      relation,
      beforeFen: accidentShareFen,
      afterFen: benefitOf(persons, position).accidentShareFen,
    })),
    childFen: benefitOf(persons, policy.insured.length).accidentShareFen,
  };
});
