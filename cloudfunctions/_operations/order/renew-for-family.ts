import { AppError, refuseFaults } from '../../../shared/errors/app-error';
import { needsParent } from '../../../shared/household/insurable-interest';
import { asEntered } from '../../../shared/household/member.schema';
import { nextAttempt, ORDER_LIFE_MS, ownShareFen } from '../../../shared/order/attempts';
import { keptPages } from '../../../shared/order/confirmed-page';
import type { Order } from '../../../shared/order/order.schema';
import { consentsGiven } from '../../../shared/policy/consents-given';
import { canRenew } from '../../../shared/policy/renewed-family';
import { renewForFamily } from '../../../shared/policy/renew-for-family.contracts';
import { pagesToConfirm } from '../../../shared/product/sale-pages';
import { payersOf } from '../../../shared/sponsor/shares';
import { appendAudit } from '../../_core/audit';
import { bodyHash, deriveId } from '../../_core/ids';
import { operation } from '../../_core/operation';
import { policyOfRelative } from '../policy/policy-of-relative';
import { proposedFamily } from '../policy/proposed-family';
import { renewalOffer } from '../policy/renewal-offer';
import { sponsorshipOf } from '../sponsor/sponsor-money';
import { openAttempt } from './open-attempt';
import { confirmationFaults } from './sale-trail';

/**
 * A relative far away renews last year's policy for its holder and opens the payment in their own WeChat.
 * Guarantees: holder, household and people are those of the policy, whatever the relative sends; plan, price and pages
 * are checked here again; nobody's signature is made up: each adult's consent is awaited in their own WeChat, and until
 * then the policy says so; the audit names who placed the order; one request id, one order.
 * Reads and writes: policies, plans, person covers, orders; then orders, sponsorships, audit in one transaction; WeChat
 * Pay; tries.
 * Errors: those of the contract. Source: domain R4, R25, R26, R39.
 */
export const renewForFamilyOperation = operation(renewForFamily, async (context) => {
  const { input, caller, write, ports, vault, read } = context;
  const now = ports.clock.now();
  const id = deriveId('ord', caller.openid, input.requestId);
  const requestHash = bodyHash(input);
  const policy = await policyOfRelative(context);
  const earlier = await read.orders.get(id);
  const offer = await renewalOffer(context, policy);
  // A repeat after this very order was issued gets its own order again.
  if (offer.phase === 'renewed' && !earlier) throw new AppError('RENEWED_ALREADY');
  const { plan, priceFen } = offer;
  if (plan?.id !== input.planId || plan.version !== input.planVersion) throw new AppError('PLAN_CHANGED');
  if (!earlier && priceFen !== input.priceFen) throw new AppError('PRICE_CHANGED');

  const placed = async (): Promise<Order> => {
    const people = offer.people.filter(canRenew).map(({ member }) => asEntered(member));
    const holder = offer.order?.holder ? { holder: asEntered(offer.order.holder) } : {};
    const family = await proposedFamily(context, plan, {
      members: people,
      householdId: policy.householdId,
      ...holder,
      copies: policy.copies,
      renewsPolicyId: policy.id,
    });
    refuseFaults(family.insured);
    refuseFaults(confirmationFaults(pagesToConfirm(plan.documents, family), input.confirmations));
    const members = [...family.members];
    const waitsForParent = needsParent(members);
    return write(async (tx) => {
      const known = await tx.orders.get(id);
      if (known && known.requestHash !== requestHash) throw new AppError('REQUEST_ID_REUSED');
      if (known) return known;
      const payers = payersOf(priceFen, await sponsorshipOf(tx, members, { vault, plan }));
      const unpaid = { id, attempts: [], expiresAt: now + ORDER_LIFE_MS };
      const hasNothingToPay = ownShareFen({ payers }) === 0 || waitsForParent;
      const order: Order = {
        ...unpaid,
        requestHash,
        householdId: policy.householdId,
        openid: policy.openid,
        regionCode: policy.regionCode,
        referralCode: null,
        planId: plan.id,
        planVersion: plan.version,
        copies: policy.copies,
        priceFen,
        payers,
        members,
        holder: family.holder,
        phone: offer.order?.phone ?? '',
        confirmations: keptPages(input.confirmations, now),
        signatures: [],
        consents: consentsGiven(members, [], family.startDay, now),
        waitsForParent,
        campaignStartDay: null,
        renews: family.renews,
        state: 'new',
        attempts: hasNothingToPay ? [] : [nextAttempt(unpaid, caller.openid, now)],
        policyId: null,
        refundReason: null,
        createdAt: now,
        nextLookAt: now,
      };
      await tx.orders.create(order);
      const actor = caller.householdId;
      await appendAudit(tx, { action: 'order.placedByRelative', record: order, actor, at: now, first: true });
      return order;
    });
  };
  if (earlier && earlier.requestHash !== requestHash) throw new AppError('REQUEST_ID_REUSED');
  return openAttempt(context, earlier ?? (await placed()), caller.openid, plan);
});
