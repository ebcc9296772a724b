import { sumOf, type Fen } from '../money/fen';
import { listedAt } from '../policy/listed-at';
import type { Insured, Policy } from '../policy/policy.schema';
import type { EpochMs } from '../time/china-day';
import type { Accident } from './accident.schema';
import type { CoverLeft } from './answering-policy';
import type { StatementPart } from './assessment.schema';

/** The person of a claim on its policy. Throws when the two do not belong together, which is a fault of ours. */
export const personOf = (policy: Pick<Policy, 'insured'>, personKey: string): Insured => {
  const person = policy.insured.find((one) => one.personKey === personKey);
  if (!person) throw new Error('the person of a claim is not on its policy');
  return person;
};

/** What a claim is about: a person, as the family was listed at the accident. */
export interface Claimed {
  readonly personKey: string;
  readonly accidentAt: EpochMs;
}

/** What of the policy the rules look at. */
export type DrawnPolicy = Pick<Policy, 'insured' | 'additions' | 'medicalLimitFen' | 'medicalPaidFen'>;

/** What the whole policy still has for death and disability: shares of before and after an addition never pass it together. */
const sumLeftOf = ({ insured }: DrawnPolicy): Fen =>
  sumOf(insured.map(({ accidentShareFen }) => accidentShareFen)) -
  sumOf(insured.map(({ accidentPaidFen }) => accidentPaidFen));

/** What the policy has left for a person and an accident. Source: domain R3, R6, R8, R9. */
export const coverLeftOf = (
  policy: DrawnPolicy,
  { personKey, accidentAt }: Claimed,
  { deductibleBorneFen }: Pick<Accident, 'deductibleBorneFen'>,
): CoverLeft => {
  const person = personOf({ insured: listedAt(policy, accidentAt) }, personKey);
  const { accidentShareFen, accidentPaidFen } = person;
  return {
    accidentShareFen,
    accidentPaidFen: Math.max(accidentPaidFen, accidentShareFen - Math.max(0, sumLeftOf(policy))),
    medicalLimitFen: policy.medicalLimitFen,
    medicalPaidFen: policy.medicalPaidFen,
    deductibleBorneFen,
    allowancePerDayFen: person.allowancePerDayFen,
    allowanceDaysPaid: person.allowanceDaysPaid,
    illnessSumFen: person.illnessSumFen,
    illnessPaidFen: person.illnessPaidFen,
    ratings: person.ratings.map(({ accidentAt: ratedFor, ...rating }) => ({
      ...rating,
      isLater: ratedFor > accidentAt,
    })),
  };
};

/** What parts of a statement take from one policy. */
interface Taken {
  readonly medicalFen: Fen;
  readonly accidentFen: Fen;
  readonly illnessFen: Fen;
  readonly days: number;
  readonly rated: StatementPart['rated'];
}

const takenFrom = (policyId: string, parts: readonly StatementPart[]): Taken => {
  const own = parts.filter((part) => part.policyId === policyId);
  const fenOf = (draws: StatementPart['draws']): Fen =>
    sumOf(own.filter((part) => part.draws === draws).map(({ totalFen }) => totalFen));
  return {
    medicalFen: fenOf('medicalLimit'),
    accidentFen: fenOf('accidentShare'),
    illnessFen: fenOf('illnessSum'),
    days: sumOf(own.map(({ days }) => days)),
    rated: own.flatMap(({ rated }) => rated),
  };
};

/** Longest period: no plan pays more days. The plan's own most is kept where a decision is worked out. */
const LONGEST_DAYS = 366;

/** Throws unless so much is there: a decision that was computed from another policy than this, which is a fault of ours. */
const within = (amount: number, available: number): void => {
  if (amount > Math.max(0, available))
    throw new RangeError('a decision would draw or release more than there is');
};

const changePerson = (policy: Policy, personKey: string, change: (person: Insured) => Insured): Insured[] =>
  policy.insured.map((one) => (one.personKey === personKey ? change(one) : one));

/**
 * The policy after a decision: the family's medical limit, the person's share, days and sum are drawn by the parts that
 * concern this policy, and the rated parts of the body are kept under the claim. Throws rather than draw more than is
 * left. Source: domain R3, R8, R9.
 */
export const drawFrom = (
  policy: Policy,
  claimed: Claimed,
  claimId: string,
  parts: readonly StatementPart[],
): Policy => {
  const taken = takenFrom(policy.id, parts);
  const left = coverLeftOf(policy, claimed, { deductibleBorneFen: 0 });
  within(taken.medicalFen, left.medicalLimitFen - left.medicalPaidFen);
  within(taken.accidentFen, left.accidentShareFen - left.accidentPaidFen);
  within(taken.illnessFen, left.illnessSumFen - left.illnessPaidFen);
  within(taken.days, LONGEST_DAYS - left.allowanceDaysPaid);
  return {
    ...policy,
    medicalPaidFen: policy.medicalPaidFen + taken.medicalFen,
    insured: changePerson(policy, claimed.personKey, (person) => ({
      ...person,
      accidentPaidFen: person.accidentPaidFen + taken.accidentFen,
      illnessPaidFen: person.illnessPaidFen + taken.illnessFen,
      allowanceDaysPaid: person.allowanceDaysPaid + taken.days,
      ratings: [
        ...person.ratings,
        ...taken.rated.map((rating) => ({ ...rating, claimId, accidentAt: claimed.accidentAt })),
      ],
    })),
  };
};

/**
 * The policy as if a decision had never been drawn from it: withdrawn and reversed decisions release what they took.
 * Throws rather than release more than was drawn. Source: domain R9.
 */
export const releaseFrom = (
  policy: Policy,
  claimed: Pick<Claimed, 'personKey'>,
  claimId: string,
  parts: readonly StatementPart[],
): Policy => {
  const taken = takenFrom(policy.id, parts);
  const drawn = personOf(policy, claimed.personKey);
  within(taken.medicalFen, policy.medicalPaidFen);
  within(taken.accidentFen, drawn.accidentPaidFen);
  within(taken.illnessFen, drawn.illnessPaidFen);
  within(taken.days, drawn.allowanceDaysPaid);
  return {
    ...policy,
    medicalPaidFen: policy.medicalPaidFen - taken.medicalFen,
    insured: changePerson(policy, claimed.personKey, (person) => ({
      ...person,
      accidentPaidFen: person.accidentPaidFen - taken.accidentFen,
      illnessPaidFen: person.illnessPaidFen - taken.illnessFen,
      allowanceDaysPaid: person.allowanceDaysPaid - taken.days,
      ratings: person.ratings.filter((rating) => rating.claimId !== claimId),
    })),
  };
};
