import { maskName } from '../../../shared/identity/masking';
import { canRenew } from '../../../shared/policy/renewed-family';
import { getFamilyRenewal } from '../../../shared/policy/renew-for-family.contracts';
import { pagesToConfirm } from '../../../shared/product/sale-pages';
import { chinaDayOf } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { toPlanView } from '../product/list-plans';
import { policyOfRelative } from './policy-of-relative';
import { lastDayOf } from './policy-views';
import { renewalOffer } from './renewal-offer';

/**
 * What a relative sees who was sent the link to renew: last year's family with masked names, dates, price, sums.
 * Reads: policies, plans, person covers, orders. Writes: tries, for a link that is not ours.
 * Errors: RENEWAL_LINK_WRONG, POLICY_OVER (cancelled), TOO_MANY_TRIES. Source: domain R25, R39, R41.
 */
export const getFamilyRenewalOperation = operation(getFamilyRenewal, async (context) => {
  const policy = await policyOfRelative(context);
  const offer = await renewalOffer(context, policy);
  const { phase, opensOn, closesOn, startDay, gapDays, priceFen, medicalLimitFen, order } = offer;
  const going = offer.people.filter(canRenew);
  const holder = order?.holder ?? policy.insured.find(({ relation }) => relation === 'self');
  const hasHolder = Boolean(order?.holder) || going.some(({ member }) => member.relation === 'self');
  const plan = hasHolder ? offer.plan : undefined;
  const members = going.map(({ member }) => member);
  return {
    today: chinaDayOf(context.ports.clock.now()),
    phase,
    opensOn,
    closesOn,
    lastDay: lastDayOf(policy),
    startDay,
    gapDays,
    maskedHolderName: maskName(holder?.name ?? ''),
    plan: plan ? toPlanView(plan) : null,
    priceFen,
    medicalLimitFen,
    pages: plan
      ? pagesToConfirm(plan.documents, { members, startDay, hasConsented: true }).map(({ id }) => id)
      : [],
    people: offer.people.map(({ member, ageYears, standing, benefit }) => ({
      maskedName: maskName(member.name),
      relation: member.relation,
      ageYears,
      standing,
      accidentShareFen: benefit.accidentShareFen,
    })),
  };
});
