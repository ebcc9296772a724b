import { asEntered } from '../../../shared/household/member.schema';
import type { Order } from '../../../shared/order/order.schema';
import { getRenewal } from '../../../shared/policy/get-renewal.contract';
import type { Plan } from '../../../shared/product/plan.schema';
import { pagesToConfirm } from '../../../shared/product/sale-pages';
import { chinaDayOf, type ChinaDay } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { toPlanView } from '../product/list-plans';
import { campaignOf } from '../referral/referral-in-force';
import { ownPolicy } from './own-policy';
import { policyCode } from './policy-code';
import { lastDayOf } from './policy-views';
import { renewalOffer } from './renewal-offer';

/** Whether the pages that a renewal asks for are those confirmed before. */
const sameDocuments = (plan: Plan, order: Order | undefined, startDay: ChinaDay): boolean =>
  pagesToConfirm(plan.documents, { members: [], startDay, hasConsented: true }).every(({ id, sha256 }) =>
    order?.confirmations.some((shown) => shown.documentId === id && shown.sha256 === sha256),
  );

/**
 * What renewing one of the caller's policies would give, and the code by which a relative may renew it for the family.
 * Reads: policies, then plans, person covers, households, orders; the following policy if there is one. Writes nothing.
 * Errors: POLICY_NOT_FOUND (also another family's), POLICY_OVER (cancelled). Source: domain R1, R4, R41.
 */
export const getRenewalOperation = operation(getRenewal, async (context) => {
  const { read, input, caller, ports, vault } = context;
  const policy = await ownPolicy(read, caller, input.policyId);
  const [offer, household] = await Promise.all([
    campaignOf(read, input.referralCode).then((day) => renewalOffer(context, policy, day)),
    read.households.get(caller.householdId),
  ]);
  const { plan, order, next, phase, opensOn, closesOn, startDay, gapDays } = offer;
  return {
    today: chinaDayOf(ports.clock.now()),
    phase,
    renewedByPolicyId: next?.id ?? null,
    opensOn,
    closesOn,
    lastDay: lastDayOf(policy),
    startDay,
    gapDays,
    plan: plan ? toPlanView(plan) : null,
    sameDocuments: plan ? sameDocuments(plan, order, startDay) : false,
    phone: household?.phone ?? '',
    copies: policy.copies,
    priceFen: offer.priceFen,
    medicalLimitFen: offer.medicalLimitFen,
    holder: order?.holder ? asEntered(order.holder) : null,
    contact: household?.contact ?? null,
    relativeCode: policyCode(vault, 'rnw', policy.id),
    members: offer.people.map(({ member, ageYears, standing, text, benefit }) => ({
      ...asEntered(member),
      ageYears,
      standing,
      text,
      ...benefit,
    })),
  };
});
