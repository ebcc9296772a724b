import { AppError } from '../../../shared/errors/app-error';
import { asEntered } from '../../../shared/household/member.schema';
import { copiesFreeIn } from '../../../shared/policy/copies-held';
import { coverPeriodFrom } from '../../../shared/policy/cover-period';
import { getRenewal } from '../../../shared/policy/get-renewal.contract';
import type { PersonCover, Policy } from '../../../shared/policy/policy.schema';
import { newCoverOf, renewalPhase, renewalWindow, renewedCoverIn } from '../../../shared/policy/renewal';
import { renewalTermsOf } from '../../../shared/policy/renewal.config';
import { canRenew, renewedFamily } from '../../../shared/policy/renewed-family';
import { benefitOf, benefitsOf, premiumOf, type FamilyBenefits } from '../../../shared/product/benefits';
import type { Plan } from '../../../shared/product/plan.schema';
import { pagesToConfirm } from '../../../shared/product/sale-pages';
import type { Order } from '../../../shared/order/order.schema';
import { countyOf } from '../../../shared/region/region.schema';
import { chinaDayOf, type ChinaDay } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import type { ReadStores } from '../../_stores/stores';
import { toPlanView } from '../product/list-plans';
import { planOf, plansOfCounty } from '../product/sale-plan';
import { ownPolicy } from './own-policy';
import { lastDayOf } from './policy-views';
import { coversHeld } from './proposed-family';

const NOTHING: FamilyBenefits = { persons: [], medicalLimitFen: 0 };

type Held = ReadonlyMap<string, PersonCover>;

/** The household's own policy that follows; who else may have insured somebody is not told. Source: domain R5. */
const nextPolicyOf = async (
  read: ReadStores,
  { householdId, endAt }: Policy,
  held: Held,
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
const insuredFrom = (held: Held, startDay: ChinaDay, copies: number, maxCopies: number): Set<string> => {
  const period = coverPeriodFrom(startDay);
  return new Set(
    [...held].flatMap(([idNumber, { periods }]) =>
      copiesFreeIn(periods, period, maxCopies) < copies ? [idNumber] : [],
    ),
  );
};

/** Whether the pages that a renewal asks for are those confirmed before. */
const sameDocuments = (plan: Plan, order: Order | undefined, startDay: ChinaDay): boolean =>
  pagesToConfirm(plan.documents, { members: [], startDay, hasConsented: true }).every(({ id, sha256 }) =>
    order?.confirmations.some((shown) => shown.documentId === id && shown.sha256 === sha256),
  );

/**
 * What renewing one of the caller's policies would give: last year's family checked again, when the new cover starts
 * and whether without a gap, price and sums of the same product line as it is sold now.
 * Reads: policies, then plans, person covers, households, orders; the following policy if there is one. Writes nothing.
 * Errors: POLICY_NOT_FOUND (also another family's), POLICY_OVER (cancelled). Source: domain R1, R4, R41.
 */
export const getRenewalOperation = operation(getRenewal, async (context) => {
  const { read, input, caller, ports } = context;
  const now = ports.clock.now();
  const policy = await ownPolicy(read, caller, input.policyId);
  if (policy.state === 'cancelled') throw new AppError('POLICY_OVER');
  const [offered, held, household, order] = await Promise.all([
    plansOfCounty(context, countyOf(policy.regionCode)),
    coversHeld(context, policy.line, policy.insured),
    read.households.get(caller.householdId),
    read.orders.get(policy.orderId),
  ]);
  const plan = offered.find(({ line }) => line === policy.line);
  const next = await nextPolicyOf(read, policy, held);
  const terms = renewalTermsOf(countyOf(policy.regionCode));
  const { firstDay, lastDay } = renewalWindow(policy.endAt, terms);
  const { startDay, gapDays, continuing } = newCoverOf(now, undefined, renewedCoverIn(held, policy.id));
  const family = renewedFamily(policy.insured, {
    lastStartDay: chinaDayOf(policy.startAt),
    startDay,
    limits: plan ?? (await planOf(context, policy.planId)),
    continuing,
    insured: insuredFrom(held, startDay, policy.copies, plan?.maxCopies ?? 1),
  });
  const renewing = family.filter(canRenew);
  const { persons, medicalLimitFen } =
    plan && renewing.length > 0 ? benefitsOf(plan, renewing.length, policy.copies) : NOTHING;
  return {
    today: chinaDayOf(now),
    phase: next ? ('renewed' as const) : renewalPhase(policy.endAt, now, terms),
    renewedByPolicyId: next?.id ?? null,
    opensOn: firstDay,
    closesOn: lastDay,
    lastDay: lastDayOf(policy),
    startDay,
    gapDays,
    plan: plan ? toPlanView(plan) : null,
    declaration: plan?.documents.find(({ kind }) => kind === 'health') ?? null,
    sameDocuments: plan ? sameDocuments(plan, order, startDay) : false,
    phone: household?.phone ?? '',
    copies: policy.copies,
    priceFen: plan ? premiumOf(plan, renewing.length, policy.copies) : 0,
    medicalLimitFen,
    holder: order?.holder ? asEntered(order.holder) : null,
    contact: household?.contact ?? null,
    members: family.map((renewed) => ({
      ...asEntered(renewed.member),
      ageYears: renewed.ageYears,
      standing: renewed.standing,
      text: renewed.text,
      ...benefitOf(persons, renewing.indexOf(renewed)),
    })),
  };
});
