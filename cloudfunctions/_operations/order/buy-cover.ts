import { AppError, refuseFaults } from '../../../shared/errors/app-error';
import type { Household } from '../../../shared/household/household.schema';
import { rememberedFamily } from '../../../shared/household/remembered-family';
import { needsParent } from '../../../shared/household/insurable-interest';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { nextAttempt, ORDER_LIFE_MS, ownShareFen } from '../../../shared/order/attempts';
import { keptPages } from '../../../shared/order/confirmed-page';
import type { Order } from '../../../shared/order/order.schema';
import { consentsGiven } from '../../../shared/policy/consents-given';
import { premiumOf } from '../../../shared/product/benefits';
import { pagesToConfirm } from '../../../shared/product/sale-pages';
import { countyOf } from '../../../shared/region/region.schema';
import { payersOf } from '../../../shared/sponsor/shares';
import { appendAudit } from '../../_core/audit';
import { bodyHash, deriveId } from '../../_core/ids';
import { operation } from '../../_core/operation';
import { countTry } from '../policy/already-insured';
import { ownPolicy } from '../policy/own-policy';
import { proposedFamily } from '../policy/proposed-family';
import { isOnSale, planOf } from '../product/sale-plan';
import { villageOf } from '../region/village-of';
import { inForce } from '../referral/referral-in-force';
import { sponsorshipOf } from '../sponsor/sponsor-money';
import { openAttempt } from './open-attempt';
import { confirmationFaults, signatureFaults } from './sale-trail';

/**
 * Places an order for a family and opens its payment.
 * Guarantees: the plan, its price, the pages shown and the adults' signatures are checked here again; one request id,
 * one order; nothing is reserved, the issuing transaction decides about overlaps.
 * A renewal needs no read of its own: the end of the old cover stands in the persons' covers, and whose policy it is
 * is seen in the transaction, in place of the remembered village.
 * Reads and writes: plans, person covers; then referrals, households or the renewed policy, sponsorships, orders, audit in one
 * transaction; WeChat Pay.
 * Errors: those of the contract; nothing is written for any of them but a payment that WeChat did not open.
 */
export const buyCoverOperation = operation(buyCover, async (context) => {
  const { input, caller, write, ports, vault } = context;
  const requestHash = bodyHash(input);
  const plan = await planOf(context, input.planId);
  if (input.planVersion !== plan.version || !isOnSale(context, plan)) throw new AppError('PLAN_CHANGED');
  const copies = input.copies ?? 1;
  const priceFen = premiumOf(plan, input.members.length, copies);
  if (input.priceFen !== priceFen) {
    throw new AppError('PRICE_CHANGED', { places: [{ path: 'priceFen', code: 'PRICE_CHANGED' }] });
  }
  const now = ports.clock.now();
  const family = await proposedFamily(context, plan, {
    ...input,
    householdId: caller.householdId,
    campaignComesLater: input.referralCode !== undefined,
  });
  const { members, holder, startDay, renews, insured } = family;
  refuseFaults(confirmationFaults(pagesToConfirm(plan.documents, family), input.confirmations));
  refuseFaults(signatureFaults(members, input.signatures, startDay, input.laterConsents));
  const id = deriveId('ord', caller.openid, input.requestId);
  // A repeat after this very order was issued is no second purchase: it gets the first answer.
  if (insured.length > 0 && !(await context.read.orders.get(id))) {
    await countTry(context, caller);
    refuseFaults(insured);
  }

  const order = await write(async (tx): Promise<Order> => {
    // The order itself is the kept answer to its request.
    const earlier = await tx.orders.get(id);
    if (earlier && earlier.requestHash !== requestHash) throw new AppError('REQUEST_ID_REUSED');
    if (earlier) return earlier;
    const referral = input.referralCode ? inForce(await tx.referrals.get(input.referralCode)) : undefined;
    // The campaign's day was not known when the family was checked: it is the true first day.
    const first = family.startingWith(referral?.campaignStartDay ?? undefined);
    refuseFaults(first.faults);
    // Who comes of age until then signs for themselves.
    refuseFaults(signatureFaults(members, input.signatures, first.startDay, input.laterConsents));
    const chosen = !referral && input.villageCode ? await villageOf(tx, input.villageCode) : undefined;
    const renewed = renews ? await ownPolicy(tx, caller, renews.policyId) : undefined;
    const known = renewed ? undefined : await tx.households.get(caller.householdId);
    const regionCode = referral?.regionCode ?? chosen?.id ?? renewed?.regionCode ?? known?.regionCode;
    if (regionCode === undefined) throw new AppError('REFERRAL_NOT_FOUND');
    if (countyOf(regionCode) !== plan.regionCode) throw new AppError('PLAN_UNKNOWN');

    const household: Household = {
      id: caller.householdId,
      openid: caller.openid,
      regionCode,
      members: rememberedFamily(known?.members ?? [], holder, members, plan),
      phone: input.phone,
      contact: input.contact === undefined ? (known?.contact ?? null) : input.contact,
      updatedAt: now,
    };
    const payers = payersOf(priceFen, await sponsorshipOf(tx, members, { vault, plan }));
    const ownFen = ownShareFen({ payers });
    if (input.ownFen !== undefined && ownFen > input.ownFen) {
      throw new AppError('PRICE_CHANGED', { places: [{ path: 'ownFen', code: 'PRICE_CHANGED' }] });
    }
    const unpaid = { id, attempts: [], expiresAt: now + ORDER_LIFE_MS };
    const waitsForParent = needsParent(members);
    // Whose premium others pay has nothing to pay and is issued at once; a grandparent's waits for a parent first.
    const attempts = ownFen === 0 || waitsForParent ? [] : [nextAttempt(unpaid, caller.openid, now)];
    const placed: Order = {
      ...unpaid,
      requestHash,
      householdId: caller.householdId,
      openid: caller.openid,
      regionCode,
      referralCode: referral?.id ?? null,
      planId: plan.id,
      planVersion: plan.version,
      copies,
      priceFen,
      payers,
      members: [...members],
      holder,
      phone: input.phone,
      confirmations: keptPages(input.confirmations, now),
      signatures: input.signatures,
      consents: consentsGiven(members, input.signatures, first.startDay, now),
      waitsForParent,
      campaignStartDay: referral?.campaignStartDay ?? null,
      renews,
      state: 'new',
      attempts,
      policyId: null,
      refundReason: null,
      createdAt: now,
      nextLookAt: now,
    };
    await tx.orders.create(placed);
    // A renewal has not read whom else the family has: single persons of it say nothing of the others.
    if (!renewed || plan.priceUnit === 'household') await tx.households.put(household);
    await appendAudit(tx, {
      action: 'order.placed',
      record: placed,
      actor: caller.householdId,
      at: now,
      first: true,
    });
    return placed;
  });

  return openAttempt(context, order, caller.openid, plan);
});
