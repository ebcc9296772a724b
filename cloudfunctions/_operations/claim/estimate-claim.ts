import { adjudicate, type AnsweringPolicy } from '../../../shared/claim/adjudicate';
import { decidedTogether, dayFaults } from '../../../shared/claim/answering';
import { answers } from '../../../shared/claim/answering-policy';
import { concerns } from '../../../shared/claim/claimed-cover';
import { estimateClaim } from '../../../shared/claim/estimate-claim.contract';
import { roughFacts, roughFaults, type RoughFigure } from '../../../shared/claim/estimate';
import { CLAIM_KIND_WORDS } from '../../../shared/claim/claim.schema';
import { AppError, refuseFaults, type Place } from '../../../shared/errors/app-error';
import { chinaDayOf } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { personKeyOf } from '../policy/person-key';
import { plansOf } from '../product/sale-plan';
import { accidentIdOf } from './accident-of-claim';
import { answeringOf } from './adjudicate-claim';
import { answeringPolicies, ownPoliciesOf } from './answering-policies';
import { noonOf } from './check-cover';
import { personKnownTo } from './known-person';

const uncovered = (figures: readonly RoughFigure[], policies: readonly AnsweringPolicy[]): Place[] =>
  figures.flatMap(({ kind }, index): Place[] =>
    policies.some((policy) => answers(policy, kind))
      ? []
      : [
          {
            path: `figures.${index}.kind`,
            code: 'KIND_NOT_COVERED',
            message: `那天的保障不保“${CLAIM_KIND_WORDS[kind]}”。`,
          },
        ],
  );

/**
 * What a claim would come to, from rough figures.
 * Guarantees: worked out by the rules that decide a claim, over every policy that one case would decide, from what is
 * left now and what earlier claims of the same day bore of the deductible; told only of somebody who stands on one of
 * the household's own policies, because it says what was paid before. Nothing is stored.
 * Reads: policies, households, person covers, plans, accidents. Writes nothing.
 * Errors: POLICY_NOT_FOUND (also another family's), PERSON_NOT_INSURED, NOT_COVERED_THAT_DAY and the faults of figures.
 * Source: domain R6–R10, R14.
 */
export const estimateClaimOperation = operation(estimateClaim, async (context) => {
  const { input, caller, read, vault, ports } = context;
  const person = await personKnownTo(context, caller, input.person);
  refuseFaults([
    ...dayFaults(input.day, person.birthDay, chinaDayOf(ports.clock.now())),
    ...roughFaults(input.figures),
  ]);
  if ((await ownPoliciesOf(context, caller.householdId, person)).length === 0) {
    throw new AppError('PERSON_NOT_INSURED');
  }
  const accidentAt = noonOf(input.day);
  const claimed = { personKey: personKeyOf(vault, person.idNumber), accidentAt };
  const found = await answeringPolicies(context, caller.householdId, person, accidentAt);
  if (found.length === 0) refuseFaults([{ path: 'day', code: 'NOT_COVERED_THAT_DAY' }]);
  const policies = decidedTogether(
    found.filter((policy) => input.figures.some(({ kind }) => concerns(policy, claimed.personKey, kind))),
  );
  const answering: AnsweringPolicy[] = [];
  for (const policy of policies) {
    const accident = await read.accidents.get(accidentIdOf(policy.id, claimed));
    answering.push(await answeringOf(read, vault, claimed, policy, accident ?? { deductibleBorneFen: 0 }));
  }
  refuseFaults(uncovered(input.figures, answering));
  const facts = roughFacts(input.figures, {
    day: input.day,
    otherDeathCoverFen: person.otherDeathCoverFen ?? 0,
  });
  const { parts, totalFen } = adjudicate(answering, { birthDay: person.birthDay, accidentAt }, facts);
  const planOf = await plansOf(context, policies);
  return {
    parts: parts.map(({ planName, benefit, formula, totalFen: partFen }) => ({
      planName,
      benefit,
      formula,
      totalFen: partFen,
    })),
    totalFen,
    isSample: policies.some((policy) => planOf(policy).isSample),
  };
});
