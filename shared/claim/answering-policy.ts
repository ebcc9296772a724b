import type { Fen } from '../money/fen';
import type { CoverageKind } from '../product/coverage-words';
import type { Coverages } from '../product/plan.schema';
import type { ChinaDay, EpochMs } from '../time/china-day';
import type { StatementPart } from './assessment.schema';
import { claimableKinds } from './claimable-kinds';
import type { ClaimKind } from './claim.schema';

/** A part of the body and its grade. Source: domain R8. */
export type Rating = Pick<StatementPart['rated'][number], 'part' | 'grade'>;

/** What another claim rated, and paid for. Parts of one claim that were paid for together carry the same money. */
export interface PaidRating extends Rating {
  readonly claimId: string;
  readonly partPaidFen: Fen;
  /** Of an accident after the one that is decided now, but decided before it. */
  readonly isLater: boolean;
}

/** What a policy has left for a person and an accident at the moment of deciding; sums are 0 where it does not cover. */
export interface CoverLeft {
  /** The person's share of the accident sum. */
  readonly accidentShareFen: Fen;
  /** How much of the share can be paid no more: death and disability already approved in this period. */
  readonly accidentPaidFen: Fen;
  /** The family's medical limit. */
  readonly medicalLimitFen: Fen;
  /** Medical money already approved in this period. */
  readonly medicalPaidFen: Fen;
  /** What earlier claims of the same accident already bore of the deductible. Source: domain R9. */
  readonly deductibleBorneFen: Fen;
  readonly allowancePerDayFen: Fen;
  /** Days in hospital already approved for this person in this period. */
  readonly allowanceDaysPaid: number;
  readonly illnessSumFen: Fen;
  readonly illnessPaidFen: Fen;
  /** Parts of the body that other claims rated in this period. */
  readonly ratings: readonly PaidRating[];
}

/** A policy that answers for the person on the day of the accident, with the terms that the family bought. */
export interface AnsweringPolicy {
  readonly policyId: string;
  readonly policyNumber: string;
  readonly planName: string;
  readonly coverage: Coverages;
  readonly left: CoverLeft;
  readonly startAt: EpochMs;
  /** A renewal without a gap: no waiting time for diseases. */
  readonly continues: boolean;
}

/** Who had the accident, and when. */
export interface ClaimedPerson {
  readonly birthDay: ChinaDay;
  readonly accidentAt: EpochMs;
}

const COVERAGE_OF: Readonly<Record<ClaimKind, CoverageKind>> = {
  medical: 'medical',
  allowance: 'allowance',
  disability: 'accident',
  death: 'accident',
  illness: 'illness',
};

/** Whether a policy covers a benefit for the person, whatever is left of it. */
export const answers = ({ coverage, left }: AnsweringPolicy, kind: ClaimKind): boolean =>
  coverage[COVERAGE_OF[kind]] !== null && claimableKinds(left).includes(kind);

/** The coverage that a benefit is paid from. Who lacks it is not asked: then it is a fault of ours. */
export const covered = <T>(coverage: T | null): T => {
  if (coverage === null) throw new RangeError('the plan does not cover this benefit');
  return coverage;
};

/** What of the person's share can still be paid. Source: domain R3. */
export const shareLeftOf = ({ accidentShareFen, accidentPaidFen }: CoverLeft): Fen =>
  Math.max(0, accidentShareFen - accidentPaidFen);
