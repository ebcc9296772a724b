import { sumOf, type Fen } from '../money/fen';
import { listedAt } from '../policy/listed-at';
import type { Insured, Policy } from '../policy/policy.schema';
import type { EpochMs } from '../time/china-day';
import type { Accident } from './accident.schema';
import type { CoverLeft } from './adjudicate';
import type { Statement } from './assessment.schema';

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

/** The person's share at the accident, and how much of it can be paid no more. Source: domain R3. */
const shareOf = (policy: DrawnPolicy, { personKey, accidentAt }: Claimed) => {
  const { accidentShareFen, accidentPaidFen } = personOf(
    { insured: listedAt(policy, accidentAt) },
    personKey,
  );
  return {
    accidentShareFen,
    accidentPaidFen: Math.max(accidentPaidFen, accidentShareFen - Math.max(0, sumLeftOf(policy))),
  };
};

/** What the policy has left for a person and an accident. Source: domain R3, R6, R9. */
export const coverLeftOf = (
  policy: DrawnPolicy,
  claimed: Claimed,
  accident: Pick<Accident, 'deductibleBorneFen'>,
): CoverLeft => ({
  ...shareOf(policy, claimed),
  medicalLimitFen: policy.medicalLimitFen,
  medicalPaidFen: policy.medicalPaidFen,
  deductibleBorneFen: accident.deductibleBorneFen,
});

const notAbove = (drawn: Fen, limit: Fen): Fen => {
  if (drawn > limit) throw new RangeError('a decision would draw more than the policy has left');
  return drawn;
};

/**
 * The policy after a decision: the family's medical limit or the person's share is drawn by its total. Throws rather
 * than draw more than is left. Source: domain R3, R9.
 */
export const drawFrom = (policy: Policy, claimed: Claimed, statement: Statement): Policy => {
  if (statement.draws === 'medicalLimit') {
    const medicalPaidFen = notAbove(policy.medicalPaidFen + statement.totalFen, policy.medicalLimitFen);
    return { ...policy, medicalPaidFen };
  }
  const share = shareOf(policy, claimed);
  notAbove(share.accidentPaidFen + statement.totalFen, share.accidentShareFen);
  return {
    ...policy,
    insured: policy.insured.map((one) =>
      one.personKey === claimed.personKey
        ? { ...one, accidentPaidFen: one.accidentPaidFen + statement.totalFen }
        : one,
    ),
  };
};
