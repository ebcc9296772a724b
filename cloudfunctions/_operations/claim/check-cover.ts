import { answerOf, dayFaults, decidedTogether, whyNot } from '../../../shared/claim/answering';
import { checkCover, type PolicyAnswer } from '../../../shared/claim/check-cover.contract';
import { coverForPerson } from '../../../shared/claim/cover-for-person';
import { refuseFaults } from '../../../shared/errors/app-error';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import { chinaDayOf, instantAt, type ChinaDay, type EpochMs } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { countAsked } from '../policy/already-insured';
import { nameKeyOf, personKeyOf } from '../policy/person-key';
import { lastDayOf } from '../policy/policy-views';
import { plansOf } from '../product/sale-plan';
import { othersPoliciesOf, ownPoliciesOf } from './answering-policies';
import { personKnownTo } from './known-person';

/** Stands for a whole day: cover begins and ends at 00:00. */
export const noonOf = (day: ChinaDay): EpochMs => instantAt(day, '12:00');

interface Asked {
  readonly householdId: string;
  readonly personKey: string;
  readonly accidentAt: EpochMs;
  readonly tellsLeft: boolean;
  /** The policies that one case would decide. */
  readonly together: readonly Policy[];
}

const toPolicyAnswer = (policy: Policy, plan: Plan, asked: Asked): PolicyAnswer => {
  const { personKey, accidentAt } = asked;
  const answer = answerOf(policy, personKey, accidentAt);
  return {
    policyId: policy.householdId === asked.householdId ? policy.id : null,
    planName: plan.name,
    isSample: plan.isSample,
    insurerName: plan.insurer.name,
    hotline: plan.insurer.hotline,
    elsewhere: answer === 'answers' && !asked.together.includes(policy),
    startDay: chinaDayOf(policy.startAt),
    lastDay: lastDayOf(policy),
    answer,
    whyNot: whyNot(policy, personKey, accidentAt),
    covers: answer === 'answers' ? coverForPerson(policy, plan, asked) : null,
  };
};

/**
 * Was this person covered that day, and by what.
 * Guarantees: judged at the day asked about by the same rule as a claim; policies of other households are told to who
 * knows name and number, without saying whose they are; about somebody who stands on no policy of the household, so many
 * persons a day, and not what is left, which says what was paid.
 * Reads: policies, households, person covers, plans. Writes only the daily count of persons asked about.
 * Errors: POLICY_NOT_FOUND (also another family's), PERSON_NOT_INSURED, ACCIDENT_IN_FUTURE, ACCIDENT_BEFORE_BIRTH,
 * TOO_MANY_TRIES. Source: domain R5, R14.
 */
export const checkCoverOperation = operation(checkCover, async (context) => {
  const { input, caller, vault, ports } = context;
  const today = chinaDayOf(ports.clock.now());
  const person = await personKnownTo(context, caller, input.person);
  refuseFaults(dayFaults(input.day, person.birthDay, today));
  const accidentAt = noonOf(input.day);
  const personKey = personKeyOf(vault, person.idNumber);
  const own = await ownPoliciesOf(context, caller.householdId, person);
  if (own.length === 0) await countAsked(context, caller, nameKeyOf(vault, person.name, person.idNumber));
  const others = await othersPoliciesOf(context, caller.householdId, person, accidentAt);
  const answering = [
    ...own.filter((policy) => answerOf(policy, personKey, accidentAt) === 'answers'),
    ...others,
  ];
  const found = [...answering, ...own.filter((policy) => !answering.includes(policy))];
  const planOf = await plansOf(context, found);
  const asked: Asked = {
    householdId: caller.householdId,
    personKey,
    accidentAt,
    tellsLeft: own.length > 0,
    together: decidedTogether(answering),
  };
  return {
    today,
    personName: person.name,
    day: input.day,
    policies: found.map((policy) => toPolicyAnswer(policy, planOf(policy), asked)),
  };
});
