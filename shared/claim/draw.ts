import type { Fen } from '../money/fen';
import type { Insured, Policy } from '../policy/policy.schema';
import type { Accident } from './accident.schema';
import type { CoverLeft } from './adjudicate';
import type { Statement } from './assessment.schema';

/** The person of a claim on its policy. Throws when the two do not belong together, which is a fault of ours. */
export const personOf = (policy: Pick<Policy, 'insured'>, personKey: string): Insured => {
  const person = policy.insured.find((one) => one.personKey === personKey);
  if (!person) throw new Error('the person of a claim is not on its policy');
  return person;
};

/** What the policy has left for a person and an accident. Source: domain R3, R6, R9. */
export const coverLeftOf = (
  policy: Pick<Policy, 'insured' | 'medicalLimitFen' | 'medicalPaidFen'>,
  personKey: string,
  accident: Pick<Accident, 'deductibleBorneFen'>,
): CoverLeft => {
  const { accidentShareFen, accidentPaidFen } = personOf(policy, personKey);
  return {
    accidentShareFen,
    accidentPaidFen,
    medicalLimitFen: policy.medicalLimitFen,
    medicalPaidFen: policy.medicalPaidFen,
    deductibleBorneFen: accident.deductibleBorneFen,
  };
};

const notAbove = (drawn: Fen, limit: Fen): Fen => {
  if (drawn > limit) throw new RangeError('a decision would draw more than the policy has left');
  return drawn;
};

/**
 * The policy after a decision: the family's medical limit or the person's share is drawn by its total. Throws rather
 * than draw more than is left. Source: domain R3, R9.
 */
export const drawFrom = (policy: Policy, personKey: string, statement: Statement): Policy => {
  if (statement.draws === 'medicalLimit') {
    const medicalPaidFen = notAbove(policy.medicalPaidFen + statement.totalFen, policy.medicalLimitFen);
    return { ...policy, medicalPaidFen };
  }
  const person = personOf(policy, personKey);
  const accidentPaidFen = notAbove(person.accidentPaidFen + statement.totalFen, person.accidentShareFen);
  return {
    ...policy,
    insured: policy.insured.map((one) => (one.personKey === personKey ? { ...one, accidentPaidFen } : one)),
  };
};
