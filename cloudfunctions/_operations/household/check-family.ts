import { refuseFaults } from '../../../shared/errors/app-error';
import { checkFamily } from '../../../shared/household/check-family.contract';
import { mustSign } from '../../../shared/household/eligibility';
import { maskIdNumber } from '../../../shared/identity/masking';
import { benefitOf, benefitsOf, premiumOf } from '../../../shared/product/benefits';
import { ageOn } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { countTry } from '../policy/already-insured';
import { ownPolicy } from '../policy/own-policy';
import { proposedFamily } from '../policy/proposed-family';
import { planOf } from '../product/sale-plan';
import { campaignOf } from '../referral/referral-in-force';
import { shownPayers } from '../sponsor/shown-payers';

/**
 * Checks a family for a plan and says what each person would hold.
 * Guarantees: every fault is reported at its member.
 * Reads: plans, referrals, person covers, sponsorships, for a renewal the policy. Writes only the daily counts of what was told.
 * Errors: PLAN_UNKNOWN, the eligibility errors of the contract; for a renewal POLICY_NOT_FOUND (also another
 * family's), RENEWAL_TOO_EARLY, RENEWAL_OVER.
 */
export const checkFamilyOperation = operation(checkFamily, async (context) => {
  const { input, caller } = context;
  const plan = await planOf(context, input.planId);
  if (input.renewsPolicyId !== undefined) {
    await ownPolicy(context.read, caller, input.renewsPolicyId);
  }
  const { members, startDay, insured } = await proposedFamily(context, plan, {
    ...input,
    householdId: caller.householdId,
    campaignStartDay: await campaignOf(context.read, input.referralCode),
  });
  if (insured.length > 0) await countTry(context, caller);
  refuseFaults(insured);
  const { persons, medicalLimitFen } = benefitsOf(plan, members.length, input.copies);
  const priceFen = premiumOf(plan, members.length, input.copies);
  return {
    startDay,
    priceFen,
    payers: await shownPayers(context, caller, plan, members, priceFen),
    medicalLimitFen,
    members: members.map((member, index) => ({
      name: member.name,
      maskedIdNumber: maskIdNumber(member.idNumber),
      relation: member.relation,
      ageYears: ageOn(member.birthDay, startDay),
      mustSign: mustSign(member, startDay),
      ...benefitOf(persons, index),
    })),
  };
});
