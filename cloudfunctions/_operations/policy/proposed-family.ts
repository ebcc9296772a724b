import { AppError, refuseFaults, type Place } from '../../../shared/errors/app-error';
import type { ErrorCode } from '../../../shared/errors/catalogue';
import { checkFamily } from '../../../shared/household/eligibility';
import type { Member, MemberInput } from '../../../shared/household/member.schema';
import { minorsCapFaults } from '../../../shared/household/minors-cap';
import type { Order } from '../../../shared/order/order.schema';
import { copiesFreeIn } from '../../../shared/policy/copies-held';
import { coverPeriodFrom } from '../../../shared/policy/cover-period';
import { newCoverOf, renewalPhase, renewedCoverIn, type RenewedCover } from '../../../shared/policy/renewal';
import { renewalTermsOf } from '../../../shared/policy/renewal.config';
import { benefitOf, benefitsOf, type PersonBenefit } from '../../../shared/product/benefits';
import type { Plan } from '../../../shared/product/plan.schema';
import { chinaDayOf, type ChinaDay } from '../../../shared/time/china-day';
import type { Workshop } from '../../_core/operation';
import {
  allCoversHeld,
  deathCoverOf,
  peopleEntered,
  underLine,
  type HeldByPerson,
  type HeldUnderLine,
} from './covers-held';
import { nameKeyOf } from './person-key';

/** The first day of cover, and what is wrong with a family's ages on it. */
interface FirstDay {
  readonly startDay: ChinaDay;
  readonly faults: readonly Place[];
}

/** A family that asks for cover, checked against what everybody in it holds. */
export interface ProposedFamily {
  readonly members: readonly Member[];
  /** Who buys without being insured. */
  readonly holder: Member | null;
  /** First day of cover if it is paid now. */
  readonly startDay: ChinaDay;
  /** Days without cover before it, for a renewal that comes late; otherwise 0. */
  readonly gapDays: number;
  readonly renews: Order['renews'];
  /** All of them are on the policy that is renewed: consent to their data stands. Source: domain R32. */
  readonly hasConsented: boolean;
  /**
   * The first day if cover begins with a campaign, the later of its day and of tomorrow unless it goes on unbroken, and
   * what is wrong with the family's ages on it. Source: domain R1, R4, R27.
   */
  readonly startingWith: (campaignStartDay: ChinaDay | undefined) => FirstDay;
  /**
   * What people hold already that stands against this cover: the same one, or too much for a minor's death; whoever tells it
   * counts a try first. Source: domain R5, R27.
   */
  readonly insured: readonly Place[];
}

/** Told only to who knows both name and number, and never by whom. Source: domain R5. */
const alreadyInsuredFaults = (
  { vault }: Pick<Workshop, 'vault'>,
  members: readonly Member[],
  held: HeldUnderLine,
  { startDay, copies, maxCopies }: { startDay: ChinaDay; copies: number; maxCopies: number },
): Place[] => {
  const period = coverPeriodFrom(startDay);
  return members.flatMap((member, index): Place[] => {
    const cover = held.get(member.idNumber);
    const free = copiesFreeIn(cover?.periods ?? [], period, maxCopies);
    const knowsBoth = cover?.nameKey === nameKeyOf(vault, member.name, member.idNumber);
    if (copies <= free || !knowsBoth) return [];
    const fault = { path: `members.${index}.idNumber`, code: 'MEMBER_ALREADY_INSURED' } as const;
    return free === 0
      ? [fault]
      : [{ ...fault, message: `${member.name}这段时间最多还能买 ${free} 份，请把份数改成 ${free} 份。` }];
  });
};

/** Minors who would pass the law's cap with what they hold with us; told as `alreadyInsuredFaults` are. Source: domain R5, R27. */
const heldBesidesFaults = (
  { vault }: Pick<Workshop, 'vault'>,
  members: readonly Member[],
  held: HeldByPerson,
  persons: readonly PersonBenefit[],
  startDay: ChinaDay,
): Place[] => {
  const period = coverPeriodFrom(startDay);
  const covers = members.map(({ name, idNumber }, index) => {
    const nameKey = nameKeyOf(vault, name, idNumber);
    const known = (held.get(idNumber) ?? []).filter((cover) => cover.nameKey === nameKey);
    return { newFen: benefitOf(persons, index).accidentShareFen, heldFen: deathCoverOf(known, period) };
  });
  return minorsCapFaults(members, covers, startDay);
};

/** Throws POLICY_NOT_FOUND when the policy covers none of them, RENEWAL_TOO_EARLY, RENEWAL_OVER. */
const renewedNow = (held: HeldUnderLine, policyId: string, plan: Plan, now: number): RenewedCover => {
  const renewed = renewedCoverIn(held, policyId);
  if (!renewed) throw new AppError('POLICY_NOT_FOUND');
  const phase = renewalPhase(renewed.endAt, now, renewalTermsOf(plan.regionCode));
  if (phase === 'early') throw new AppError('RENEWAL_TOO_EARLY');
  if (phase === 'over') throw new AppError('RENEWAL_OVER');
  return renewed;
};

/** More copies than anybody may hold. */
const copiesFaults = ({ maxCopies }: Plan, copies: number): Place[] =>
  copies <= maxCopies
    ? []
    : [
        {
          path: 'copies',
          code: 'TOO_MANY_COPIES',
          message: `这份保障每人最多 ${maxCopies} 份，请把份数改成 ${maxCopies} 份或更少。`,
        },
      ];

/** Faults that a later first day may mend: nobody grows younger. */
const MENDED_BY_TIME: ReadonlySet<ErrorCode> = new Set(['MEMBER_TOO_YOUNG', 'HOLDER_IS_MINOR']);

/**
 * Checks a family for cover that is paid now: who they are, their ages, and what they hold. Names a policy to renew,
 * its end and who may be of renewal age come from the persons' own cover; whose policy it is, the caller must see to.
 * Reads: person covers, once. Throws the eligibility errors, POLICY_NOT_FOUND, RENEWAL_TOO_EARLY, RENEWAL_OVER.
 * Source: domain R1, R4, R5.
 */
export const proposedFamily = async (
  workshop: Workshop,
  plan: Plan,
  asked: {
    readonly members: readonly MemberInput[];
    /** Whose family it is: a child of it is known by name and birth day, whatever its number. */
    readonly householdId: string;
    readonly holder?: MemberInput | undefined;
    /** One unless told. */
    readonly copies?: number | undefined;
    readonly renewsPolicyId?: string | undefined;
    /** Of the link it came by, when that is known. */
    readonly campaignStartDay?: ChinaDay | undefined;
    /** The caller learns the campaign's day in its transaction: ages are not judged here, `startingWith` judges them. */
    readonly campaignComesLater?: boolean;
  },
): Promise<ProposedFamily> => {
  const now = workshop.ports.clock.now();
  const { renewsPolicyId } = asked;
  const people = peopleEntered(asked.householdId, asked.members, chinaDayOf(now));
  const everything = await allCoversHeld(workshop, people);
  const held = underLine(workshop, everything, plan.line, people);
  const renewed = renewsPolicyId === undefined ? undefined : renewedNow(held, renewsPolicyId, plan, now);
  const { startDay, gapDays, continuing } = newCoverOf(now, asked.campaignStartDay, renewed);
  const { members, holder, faults } = checkFamily(asked.members, startDay, plan, continuing, asked.holder);
  const certain = asked.campaignComesLater ? faults.filter(({ code }) => !MENDED_BY_TIME.has(code)) : faults;
  refuseFaults([...certain, ...copiesFaults(plan, asked.copies ?? 1)]);
  const { persons } = benefitsOf(plan, members.length, asked.copies);
  const newCovers = persons.map(({ accidentShareFen }) => ({ newFen: accidentShareFen, heldFen: 0 }));
  const capFaultsOn = (day: ChinaDay): Place[] => minorsCapFaults(members, newCovers, day);
  if (!asked.campaignComesLater) refuseFaults(capFaultsOn(startDay));
  return {
    members,
    holder,
    startDay,
    gapDays,
    renews:
      renewsPolicyId === undefined || !renewed ? null : { policyId: renewsPolicyId, endAt: renewed.endAt },
    hasConsented: renewed !== undefined && members.every(({ idNumber }) => renewed.idNumbers.has(idNumber)),
    startingWith: (campaignStartDay) => {
      const first = newCoverOf(now, campaignStartDay, renewed);
      const { faults: ages } = checkFamily(
        asked.members,
        first.startDay,
        plan,
        first.continuing,
        asked.holder,
      );
      return { startDay: first.startDay, faults: [...ages, ...capFaultsOn(first.startDay)] };
    },
    insured: [
      ...alreadyInsuredFaults(workshop, members, held, {
        startDay,
        copies: asked.copies ?? 1,
        maxCopies: plan.maxCopies,
      }),
      ...heldBesidesFaults(workshop, members, everything, persons, startDay),
    ],
  };
};
