import type { Policy } from '../policy/policy.schema';
import type { Plan } from '../product/plan.schema';
import type { EpochMs } from '../time/china-day';
import type { CoverForPerson } from './check-cover.contract';
import type { ClaimKind } from './claim.schema';
import { coverLeftOf, personOf } from './draw';

/** What is asked about. */
interface Asked {
  readonly personKey: string;
  /** The instant whose shares count. Source: domain R3. */
  readonly accidentAt: EpochMs;
  /** Whether what is left is told: it says what was paid before. */
  readonly tellsLeft: boolean;
}

/** What a policy that answers covers for a person, by the shares of then. Source: domain R3, R6, R9. */
export const coverForPerson = (
  policy: Policy,
  { medical, allowance, illness }: Pick<Plan, 'medical' | 'allowance' | 'illness'>,
  { personKey, accidentAt, tellsLeft }: Asked,
): CoverForPerson => {
  const left = coverLeftOf(policy, { personKey, accidentAt }, { deductibleBorneFen: 0 });
  const told = (amount: number): number | null => (tellsLeft ? Math.max(0, amount) : null);
  return {
    accident:
      left.accidentShareFen === 0
        ? null
        : {
            shareFen: left.accidentShareFen,
            leftFen: told(left.accidentShareFen - left.accidentPaidFen),
            consentAwaited: personOf(policy, personKey).consent === null,
          },
    medical:
      medical === null || left.medicalLimitFen === 0
        ? null
        : {
            limitFen: left.medicalLimitFen,
            leftFen: told(left.medicalLimitFen - left.medicalPaidFen),
            deductibleFen: medical.deductibleFen,
            ratioAfterSocialInsurance: medical.ratioAfterSocialInsurance,
            ratioWithoutSocialInsurance: medical.ratioWithoutSocialInsurance,
          },
    allowance:
      allowance === null || left.allowancePerDayFen === 0
        ? null
        : {
            perDayFen: left.allowancePerDayFen,
            waitingDays: allowance.waitingDays,
            maxDays: allowance.maxDays,
            daysLeft: told(allowance.maxDays - left.allowanceDaysPaid),
          },
    illness:
      illness === null || left.illnessSumFen === 0
        ? null
        : {
            sumFen: left.illnessSumFen,
            leftFen: told(left.illnessSumFen - left.illnessPaidFen),
            waitingDays: illness.waitingDays,
          },
  };
};

/** The kinds of claim that some of these covers answer, in the order in which a family is asked. Source: domain R13. */
export const kindsCovered = (covers: readonly CoverForPerson[]): ClaimKind[] => {
  const has = (key: keyof CoverForPerson): boolean => covers.some((cover) => cover[key] !== null);
  return [
    ...(has('medical') ? (['medical'] as const) : []),
    ...(has('allowance') ? (['allowance'] as const) : []),
    ...(has('accident') ? (['disability', 'death'] as const) : []),
    ...(has('illness') ? (['illness'] as const) : []),
  ];
};
