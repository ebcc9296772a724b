import { AppError, refuseFaults } from '../../../shared/errors/app-error';
import { checkFamily } from '../../../shared/household/eligibility';
import type { Household } from '../../../shared/household/household.schema';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import type { Order } from '../../../shared/order/order.schema';
import { countyOf } from '../../../shared/region/region.schema';
import { appendAudit } from '../../_core/audit';
import { deriveId } from '../../_core/ids';
import { operation } from '../../_core/operation';
import { PaymentRefused, PaymentUnavailable } from '../../_core/ports/payment';
import { alreadyInsuredFaults, countTry } from '../policy/already-insured';
import { planOf, startDayIfPaidNow } from '../product/sale-plan';
import { inForce } from '../referral/referral-in-force';
import { advanceOrder } from './advance-order';
import { toOrderView } from './order-views';
import { confirmationFaults, signatureFaults } from './sale-trail';

/** How long a family may take to pay: within the two hours that a prepay id lasts. */
const PAYMENT_MINUTES = 30;

/**
 * Places an order for a family and opens its payment.
 * Guarantees: the plan, its price, the pages shown and the adults' signatures are checked here again; one request id,
 * one order; nothing is reserved, the issuing transaction decides about overlaps.
 * Reads and writes: plans, person covers; then referrals, households, orders, audit in one transaction; WeChat Pay.
 * Errors: those of the contract; nothing is written for any of them but a payment that WeChat did not open.
 */
export const buyCoverOperation = operation(buyCover, async (context) => {
  const { input, caller, once, ports } = context;
  const plan = await planOf(context, input.planId);
  if (input.planVersion !== plan.version) throw new AppError('PLAN_CHANGED');
  if (input.priceFen !== plan.priceFen) {
    throw new AppError('PRICE_CHANGED', { places: [{ path: 'priceFen', code: 'PRICE_CHANGED' }] });
  }
  const now = ports.clock.now();
  const startDay = startDayIfPaidNow(context, null);
  const { members, faults } = checkFamily(input.members, startDay, plan);
  refuseFaults(faults);
  refuseFaults(confirmationFaults(plan, input.confirmations));
  refuseFaults(signatureFaults(members, input.signatures, startDay));
  const id = deriveId('ord', caller.openid, input.requestId);
  const insured = await alreadyInsuredFaults(context, plan, members, startDay);
  // A repeat after this very order was issued is no second purchase: it gets the first answer.
  if (insured.length > 0 && !(await context.read.orders.get(id))) {
    await countTry(context, caller);
    refuseFaults(insured);
  }

  const order = await once(async (tx): Promise<Order> => {
    const referral = input.referralCode ? inForce(await tx.referrals.get(input.referralCode)) : undefined;
    const known = await tx.households.get(caller.householdId);
    const regionCode = referral?.regionCode ?? known?.regionCode;
    if (regionCode === undefined) throw new AppError('REFERRAL_NOT_FOUND');
    if (countyOf(regionCode) !== plan.regionCode) throw new AppError('PLAN_UNKNOWN');

    const household: Household = {
      id: caller.householdId,
      openid: caller.openid,
      regionCode,
      members: [...members],
      phone: input.phone,
      updatedAt: now,
    };
    const placed: Order = {
      id,
      householdId: caller.householdId,
      openid: caller.openid,
      regionCode,
      referralCode: referral?.id ?? null,
      planId: plan.id,
      planVersion: plan.version,
      priceFen: plan.priceFen,
      payers: [{ kind: 'self', amountFen: plan.priceFen }],
      members: [...members],
      phone: input.phone,
      confirmations: input.confirmations.map((shown) => ({ ...shown, confirmedAt: now })),
      signatures: input.signatures,
      campaignStartDay: referral?.campaignStartDay ?? null,
      state: 'new',
      attempts: [
        {
          number: 1,
          outTradeNo: `${id}-1`,
          payerOpenid: caller.openid,
          state: 'open',
          transactionId: null,
          paidAt: null,
          paidFen: null,
        },
      ],
      policyId: null,
      refundReason: null,
      createdAt: now,
      expiresAt: now + PAYMENT_MINUTES * 60_000,
    };
    await tx.orders.create(placed);
    await tx.households.put(household);
    await appendAudit(tx, {
      action: 'order.placed',
      record: placed,
      actor: caller.householdId,
      at: now,
      first: true,
    });
    return placed;
  });

  const [attempt] = order.attempts;
  if (!attempt) throw new Error('an order has at least one attempt');
  try {
    const opened = await ports.payment.open({
      outTradeNo: attempt.outTradeNo,
      description: plan.name,
      totalFen: order.priceFen,
      payerOpenid: attempt.payerOpenid,
      expiresAt: order.expiresAt,
    });
    return { order: toOrderView(order, plan, now), payment: opened.params };
  } catch (thrown) {
    if (thrown instanceof PaymentUnavailable) throw new AppError('UPSTREAM_UNAVAILABLE', { cause: thrown });
    const settled =
      thrown instanceof PaymentRefused && (thrown.reason === 'alreadyPaid' || thrown.reason === 'closed');
    if (!settled)
      throw thrown instanceof PaymentRefused ? new AppError('PAYMENT_REFUSED', { cause: thrown }) : thrown;
    const advanced = await advanceOrder(context, order.id);
    return { order: toOrderView(advanced ?? order, plan, now), payment: null };
  }
});
