import { textOf } from '../errors/catalogue';
import { checkFamily, mustSign, type EligibilityLimits } from '../household/eligibility';
import { asEntered, type Member } from '../household/member.schema';
import { ageOn, type ChinaDay } from '../time/china-day';

/** How last year's member stands this year: `signs` came of age meanwhile; the last two cannot be on the new policy. */
export type RenewedStanding = 'fine' | 'signs' | 'tooOld' | 'insured';

/** One of last year's family, checked again. */
export interface RenewedMember {
  readonly member: Member;
  /** On the first day of the new cover. */
  readonly ageYears: number;
  readonly standing: RenewedStanding;
  /** What that means, in plain Chinese. */
  readonly text: string;
}

/** What last year's family is checked against. */
export interface RenewedTerms {
  /** First day of the cover that ends. */
  readonly lastStartDay: ChinaDay;
  readonly startDay: ChinaDay;
  readonly limits: EligibilityLimits;
  /** ID numbers of those whose cover goes on without a gap. */
  readonly continuing: ReadonlySet<string>;
  /** ID numbers of those who have the same cover in the coming period already. */
  readonly insured: ReadonlySet<string>;
}

/** Last year's family checked again, each in the order of the old policy. Source: domain R1, R5, R26. */
export const renewedFamily = (family: readonly Member[], terms: RenewedTerms): RenewedMember[] => {
  const { startDay, lastStartDay, limits, continuing, insured } = terms;
  const inputs = family.map(asEntered);
  const { faults } = checkFamily(inputs, startDay, limits, continuing);
  return family.map((member, index) => {
    const ageYears = ageOn(member.birthDay, startDay);
    const tooOld = faults.find(
      ({ path, code }) => path === `members.${index}.idNumber` && code === 'MEMBER_TOO_OLD',
    );
    if (tooOld) {
      return { member, ageYears, standing: 'tooOld', text: tooOld.message ?? textOf(tooOld.code) };
    }
    if (insured.has(member.idNumber)) {
      return { member, ageYears, standing: 'insured', text: textOf('MEMBER_ALREADY_INSURED') };
    }
    return mustSign(member, startDay) && !mustSign(member, lastStartDay)
      ? { member, ageYears, standing: 'signs', text: '已满 18 岁，可以续，这次要本人签名。' }
      : { member, ageYears, standing: 'fine', text: '可以续。' };
  });
};

/** Whether somebody can be on the new policy. */
export const canRenew = ({ standing }: { standing: RenewedStanding }): boolean =>
  standing === 'fine' || standing === 'signs';
