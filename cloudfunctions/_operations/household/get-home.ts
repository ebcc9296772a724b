import { CLAIM_STATE_WORDS, CLOSED_STATES } from '../../../shared/claim/claim-state';
import type { Claim } from '../../../shared/claim/claim.schema';
import { getHome, type FamilyCard } from '../../../shared/household/get-home.contract';
import type { Household } from '../../../shared/household/household.schema';
import { ownShareFen } from '../../../shared/order/attempts';
import type { Order } from '../../../shared/order/order.schema';
import { accidentLeftOf } from '../../../shared/policy/listed-at';
import type { Policy } from '../../../shared/policy/policy.schema';
import { hasMovedOn } from '../../../shared/policy/moved-on';
import { renewalPhase, renewalStart } from '../../../shared/policy/renewal';
import { renewalTermsOf } from '../../../shared/policy/renewal.config';
import type { Plan } from '../../../shared/product/plan.schema';
import { figureId } from '../../../shared/report/figures';
import { countyOf, townshipOf } from '../../../shared/region/region.schema';
import { chinaDayOf, daysBetween, monthOf, type EpochMs } from '../../../shared/time/china-day';
import type { ReadStores } from '../../_stores/stores';
import { operation } from '../../_core/operation';
import { shownCovers } from '../../../shared/policy/shown-covers';
import { lastDayOf } from '../policy/policy-views';
import { plansOfCounty } from '../product/sale-plan';
import { WAITING_STATES, waitingOrderOf } from './waiting-order';

/** Fewer families than this could be recognised. Source: domain R38. */
const MIN_FAMILIES_SHOWN = 3;
/** Orders of one family that are looked at: few wait at a time. */
const MAX_ORDERS = 20;

const familyCardOf = (policy: Policy, plan: Plan | undefined, now: EpochMs): FamilyCard => {
  const startDay = chinaDayOf(policy.startAt);
  const lastDay = lastDayOf(policy);
  const today = chinaDayOf(now);
  return {
    policyId: policy.id,
    policyNumber: policy.number,
    planName: plan?.name ?? '',
    copies: policy.copies,
    isSample: plan?.isSample ?? false,
    startDay,
    lastDay,
    hasStarted: policy.startAt <= now,
    daysLeft: daysBetween(today > startDay ? today : startDay, lastDay) + 1,
    persons: policy.insured.map((person) => ({
      name: person.name,
      relation: person.relation,
      consentAwaited: person.consent === null,
      accidentLeftFen: accidentLeftOf(policy, person),
      allowancePerDayFen: person.allowancePerDayFen,
      illnessSumFen: person.illnessSumFen,
    })),
    medical:
      policy.medicalLimitFen === 0
        ? null
        : { limitFen: policy.medicalLimitFen, leftFen: policy.medicalLimitFen - policy.medicalPaidFen },
  };
};

/** Policies that can be renewed now, have not been, and are not about to be, the latest first. */
const renewableOf = (policies: readonly Policy[], waiting: Order | undefined, now: EpochMs): Policy[] =>
  policies.filter(
    (candidate) =>
      candidate.state === 'issued' &&
      candidate.id !== waiting?.renews?.policyId &&
      renewalPhase(candidate.endAt, now, renewalTermsOf(countyOf(candidate.regionCode))) === 'open' &&
      !policies.some(
        ({ state, line, startAt }) =>
          state === 'issued' && line === candidate.line && startAt >= candidate.endAt,
      ),
  );

/** The first of them that the family has not moved on from. Source: domain R41. */
const renewalOf = (
  renewable: readonly Policy[],
  policies: readonly Policy[],
  planOf: (policy: Policy) => Plan | undefined,
  now: EpochMs,
) => {
  const policy = renewable.find((candidate) => {
    const plan = planOf(candidate);
    const terms = renewalTermsOf(countyOf(candidate.regionCode));
    return !plan || !hasMovedOn(candidate, policies, plan, terms);
  });
  return policy
    ? { policyId: policy.id, lastDay: lastDayOf(policy), ...renewalStart(policy.endAt, now) }
    : null;
};

const runningClaimOf = (claims: readonly Claim[]) => {
  const claim = claims.find((candidate) => !CLOSED_STATES.includes(candidate.state));
  if (!claim) return null;
  return {
    claimId: claim.id,
    personName: claim.personName,
    state: claim.state,
    stateText: CLAIM_STATE_WORDS[claim.state],
    promisedDay: claim.promise.day,
    provisional: claim.promise.provisional,
  };
};

/** What a family holds or has ordered, with its plan. */
type UnderPlan = Pick<Policy, 'planId'>;

/** Plans of last year, or in an earlier version, under which a family is still covered; one read when there are any. */
const plansNotSoldNow = async (
  read: ReadStores,
  held: readonly UnderPlan[],
  sold: readonly Plan[],
): Promise<Plan[]> => {
  const missing = held.map(({ planId }) => planId).filter((planId) => !sold.some(({ id }) => id === planId));
  return missing.length === 0
    ? []
    : read.plans.find({ where: { id: { in: missing } }, limit: missing.length });
};

const familyNameOf = (household: Household | undefined): string | null => {
  const holder = household?.members.find((member) => member.relation === 'self');
  return holder ? `${holder.name}家` : null;
};

/**
 * Everything on the first page, in one call: what the family holds, what is running, what this township was paid.
 * Reads, in two rounds: households, policies, claims, messages, orders; then plans, regions, figures. Writes nothing.
 */
export const getHomeOperation = operation(getHome, async (context) => {
  const { read, caller, ports } = context;
  const now = ports.clock.now();
  const today = chinaDayOf(now);
  const own = { householdId: caller.householdId };
  const [household, policies, claims, messages, orders] = await Promise.all([
    read.households.get(caller.householdId),
    read.policies.find({ where: own, orderBy: [['startAt', 'desc']], limit: 10 }),
    read.claims.find({ where: own, orderBy: [['reportedAt', 'desc']], limit: 10 }),
    read.messages.find({ where: { openid: caller.openid, readAt: null }, limit: 100 }),
    read.orders.find({ where: { ...own, state: { in: WAITING_STATES } }, limit: MAX_ORDERS }),
  ]);
  const { main: policy, others } = shownCovers(policies, now);
  const waiting = waitingOrderOf(orders, policies, now);
  const villageCode = household?.regionCode;
  const [plans, regions, figure] = await Promise.all([
    villageCode ? plansOfCounty(context, countyOf(villageCode)) : [],
    villageCode
      ? read.regions.find({ where: { id: { in: [villageCode, townshipOf(villageCode)] } }, limit: 2 })
      : [],
    villageCode ? read.figures.get(figureId(townshipOf(villageCode), monthOf(today))) : undefined,
  ]);
  const nameOf = (code: string): string => regions.find((region) => region.id === code)?.name ?? '';
  const renewable = renewableOf(policies, waiting?.order, now);
  const held = [...(policy ? [policy, ...others] : []), ...renewable, ...(waiting ? [waiting.order] : [])];
  const sold = [...plans, ...(await plansNotSoldNow(read, held, plans))];
  const planOf = ({ planId }: UnderPlan): Plan | undefined => sold.find(({ id }) => id === planId);
  const plan = policy && planOf(policy);
  const shown = figure && figure.tally.claimsPaid >= MIN_FAMILIES_SHOWN ? figure.tally : undefined;
  return {
    now,
    today,
    region: villageCode
      ? { villageName: nameOf(villageCode), townshipName: nameOf(townshipOf(villageCode)) }
      : null,
    familyName: familyNameOf(household),
    cover: policy ? familyCardOf(policy, plan, now) : null,
    otherCovers: others.map((other) => familyCardOf(other, planOf(other), now)),
    renewal: renewalOf(renewable, policies, planOf, now),
    waitingOrder: waiting
      ? {
          orderId: waiting.order.id,
          waitsFor: waiting.waitsFor,
          planName: planOf(waiting.order)?.name ?? '',
          isSample: planOf(waiting.order)?.isSample ?? false,
          ownFen: ownShareFen(waiting.order),
          expiresAt: waiting.order.expiresAt,
        }
      : null,
    runningClaim: runningClaimOf(claims),
    township:
      shown && villageCode
        ? { name: nameOf(townshipOf(villageCode)), paidFamilies: shown.claimsPaid, paidFen: shown.paidFen }
        : null,
    insurer: plan?.insurer ?? plans[0]?.insurer ?? null,
    unreadMessages: messages.length,
  };
});
