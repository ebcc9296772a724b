import { refuseFaults } from '../../../shared/errors/app-error';
import { checkFamily } from '../../../shared/household/check-family.contract';
import { checkFamily as familyCheck, mustSign } from '../../../shared/household/eligibility';
import { maskIdNumber } from '../../../shared/identity/masking';
import { benefitsOf } from '../../../shared/product/benefits';
import { ageOn } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { alreadyInsuredFaults, countTry } from '../policy/already-insured';
import { planOf, startDayIfPaidNow } from '../product/sale-plan';

/**
 * Checks a family for a plan and says what each person would hold.
 * Guarantees: every fault is reported at its member.
 * Reads: plans, person covers. Writes only the daily count of "already insured" answers.
 * Errors: PLAN_UNKNOWN and the eligibility errors of the contract.
 */
export const checkFamilyOperation = operation(checkFamily, async (context) => {
  const { input, caller } = context;
  const plan = await planOf(context, input.planId);
  const startDay = startDayIfPaidNow(context, null);
  const { members, faults } = familyCheck(input.members, startDay, plan);
  refuseFaults(faults);
  const insured = await alreadyInsuredFaults(context, plan, members, startDay);
  if (insured.length > 0) await countTry(context, caller);
  refuseFaults(insured);
  const { persons, medicalLimitFen } = benefitsOf(plan, members.length);
  return {
    startDay,
    priceFen: plan.priceFen,
    medicalLimitFen,
    members: members.map((member, index) => ({
      name: member.name,
      maskedIdNumber: maskIdNumber(member.idNumber),
      relation: member.relation,
      ageYears: ageOn(member.birthDay, startDay),
      mustSign: mustSign(member, startDay),
      accidentShareFen: persons[index]?.accidentShareFen ?? 0,
    })),
  };
});
