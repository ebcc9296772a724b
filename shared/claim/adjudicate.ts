import { sumOf } from '../money/fen';
import { allowancePart } from './allowance-benefit';
import { answers, type AnsweringPolicy, type ClaimedPerson } from './answering-policy';
import type {
  AssessmentFacts,
  BenefitFacts,
  Statement,
  StatementLine,
  StatementPart,
} from './assessment.schema';
import { deathPart } from './death-benefit';
import { disabilityPart } from './disability-benefit';
import { illnessPart } from './illness-benefit';
import { medicalPart } from './medical-benefit';
import { line } from './statement-part';

export type { AnsweringPolicy, ClaimedPerson } from './answering-policy';

/** In which benefits are worked out and shown: disability before death, which pays what it left. Source: domain R6. */
const ORDER: readonly BenefitFacts['kind'][] = ['medical', 'allowance', 'illness', 'disability', 'death'];

/** A policy after the parts that were worked out before: death pays what disability left. */
const afterParts = (policy: AnsweringPolicy, parts: readonly StatementPart[]): AnsweringPolicy => {
  const drawnFen = sumOf(
    parts
      .filter(({ policyId, draws }) => policyId === policy.policyId && draws === 'accidentShare')
      .map(({ totalFen }) => totalFen),
  );
  return {
    ...policy,
    left: { ...policy.left, accidentPaidFen: policy.left.accidentPaidFen + drawnFen },
  };
};

/** What one policy pays for one benefit, after what earlier policies pay for the same. */
const benefitPart = (
  policy: AnsweringPolicy,
  person: ClaimedPerson,
  facts: BenefitFacts,
  earlier: readonly StatementPart[],
): StatementPart => {
  switch (facts.kind) {
    case 'medical':
      return medicalPart(policy, facts, earlier);
    case 'allowance':
      return allowancePart(policy, facts);
    case 'illness':
      return illnessPart(policy, facts);
    case 'disability':
      return disabilityPart(policy, facts);
    case 'death':
      return deathPart(policy, facts, person, earlier);
  }
};

/**
 * What a claim pays and why: for each benefit a part by each policy that covers it, in the order of the policies; what is
 * refused; what is given beyond the clauses, drawn from nothing. Disability, death, allowance and illness add up over
 * policies; medical pays no more than was spent.
 * Throws only on what `factsFaults` refuses. Source: domain R3, R6–R10, R21, R27.
 */
export const adjudicate = (
  policies: readonly AnsweringPolicy[],
  person: ClaimedPerson,
  facts: AssessmentFacts,
): Statement => {
  const parts: StatementPart[] = [];
  for (const kind of ORDER) {
    const benefit = facts.benefits.find((one) => one.kind === kind);
    if (!benefit) continue;
    const answering = policies.filter((policy) => answers(policy, kind));
    if (answering.length === 0) throw new RangeError('no policy covers this benefit');
    const earlier: StatementPart[] = [];
    for (const policy of answering) {
      earlier.push(benefitPart(afterParts(policy, parts), person, benefit, earlier));
    }
    parts.push(...earlier);
  }
  const totalFen = sumOf([
    ...parts.map((part) => part.totalFen),
    ...facts.exGratia.map(({ amountFen }) => amountFen),
  ]);
  return { parts, refused: facts.refused, exGratia: facts.exGratia, totalFen };
};

/** An ex gratia line as a family reads it: marked so. */
export const exGratiaLineOf = ({ label, amountFen, reason }: Statement['exGratia'][number]): StatementLine =>
  line('plus', `通融：${label}`, amountFen, reason);
