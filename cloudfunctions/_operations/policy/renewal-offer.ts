import { AppError } from '../../../shared/errors/app-error';
import type { Order } from '../../../shared/order/order.schema';
import { copiesFreeIn } from '../../../shared/policy/copies-held';
import { coverPeriodFrom } from '../../../shared/policy/cover-period';
import type { Policy } from '../../../shared/policy/policy.schema';
import {
  newCoverOf,
  renewalPhase,
  renewalWindow,
  renewedCoverIn,
  type RenewalPhase,
  type RenewalStart,
} from '../../../shared/policy/renewal';
import { renewalTermsOf } from '../../../shared/policy/renewal.config';
import { canRenew, renewedFamily, type RenewedMember } from '../../../shared/policy/renewed-family';
import { benefitOf, benefitsOf, premiumOf, type PersonBenefit } from '../../../shared/product/benefits';
import type { Plan } from '../../../shared/product/plan.schema';
import { countyOf } from '../../../shared/region/region.schema';
import { chinaDayOf, type ChinaDay } from '../../../shared/time/china-day';
import type { Workshop } from '../../_core/operation';
import type { ReadStores } from '../../_stores/stores';
import { planOf, plansOfCounty } from '../product/sale-plan';
import { coversHeld, type HeldUnderLine } from './covers-held';
import { coveredOn } from './person-covers';

/** What renewing a policy now would give, for whoever looks at it. */
export interface RenewalOffer extends RenewalStart {
  /** `renewed`: the household holds the next policy already. */
  readonly phase: RenewalPhase | 'renewed';
  readonly next: Policy | undefined;
  readonly opensOn: ChinaDay;
  readonly closesOn: ChinaDay;
  /** The same product line as it is sold now; undefined: not sold. */
  readonly plan: Plan | undefined;
  /** The order that the policy came from. */
  readonly order: Order | undefined;
  /** For everybody who can be on it, and all copies. */
  readonly priceFen: number;
  readonly medicalLimitFen: number;
  /** Last year's family checked again, each with what they would hold. */
  readonly people: readonly (RenewedMember & { readonly benefit: PersonBenefit })[];
}

/** The household's own policy that follows; who else may have insured somebody is not told. Source: domain R5. */
const nextPolicyOf = async (
  read: ReadStores,
  { householdId, endAt }: Policy,
  held: HeldUnderLine,
): Promise<Policy | undefined> => {
  const ids = new Set(
    [...held.values()].flatMap(({ periods }) =>
      periods.flatMap(({ policyId, startAt }) => (startAt >= endAt ? [policyId] : [])),
    ),
  );
  if (ids.size === 0) return undefined;
  const next = await read.policies.find({ where: { id: { in: [...ids] } }, limit: ids.size });
  return next.find((policy) => policy.householdId === householdId && policy.state === 'issued');
};

/** Who has no room left for as many copies again. */
const insuredFrom = (
  held: HeldUnderLine,
  startDay: ChinaDay,
  copies: number,
  maxCopies: number,
): Set<string> => {
  const period = coverPeriodFrom(startDay);
  return new Set(
    [...held].flatMap(([idNumber, { periods }]) =>
      copiesFreeIn(periods, period, maxCopies) < copies ? [idNumber] : [],
    ),
  );
};

/**
 * Last year's family checked again, when the new cover starts and whether without a gap, price and sums of the same
 * product line as it is sold now. Whose policy it is, the caller must see to.
 * Reads: plans, person covers, orders; the following policy if there is one. Throws POLICY_OVER (cancelled).
 * Source: domain R1, R4, R41.
 */
export const renewalOffer = async (
  context: Workshop,
  policy: Policy,
  campaignStartDay?: ChinaDay,
): Promise<RenewalOffer> => {
  if (policy.state === 'cancelled') throw new AppError('POLICY_OVER');
  const { read, ports } = context;
  const now = ports.clock.now();
  const [offered, held, order] = await Promise.all([
    plansOfCounty(context, countyOf(policy.regionCode)),
    coversHeld(
      context,
      policy.line,
      policy.insured.map((person) => coveredOn(policy, person)),
    ),
    read.orders.get(policy.orderId),
  ]);
  const plan = offered.find(({ line }) => line === policy.line);
  const next = await nextPolicyOf(read, policy, held);
  const terms = renewalTermsOf(countyOf(policy.regionCode));
  const { firstDay, lastDay } = renewalWindow(policy.endAt, terms);
  const { startDay, gapDays, continuing } = newCoverOf(
    now,
    campaignStartDay,
    renewedCoverIn(held, policy.id),
  );
  const family = renewedFamily(policy.insured, {
    lastStartDay: chinaDayOf(policy.startAt),
    startDay,
    limits: plan ?? (await planOf(context, policy.planId)),
    continuing,
    insured: insuredFrom(held, startDay, policy.copies, plan?.maxCopies ?? 1),
  });
  const renewing = family.filter(canRenew);
  const { persons, medicalLimitFen } =
    plan && renewing.length > 0
      ? benefitsOf(plan, renewing.length, policy.copies)
      : { persons: [], medicalLimitFen: 0 };
  return {
    phase: next ? 'renewed' : renewalPhase(policy.endAt, now, terms),
    next,
    opensOn: firstDay,
    closesOn: lastDay,
    startDay,
    gapDays,
    plan,
    order,
    priceFen: plan ? premiumOf(plan, renewing.length, policy.copies) : 0,
    medicalLimitFen,
    people: family.map((renewed) => ({
      ...renewed,
      benefit: benefitOf(persons, renewing.indexOf(renewed)),
    })),
  };
};
