import type { InputOf } from '../../../shared/contract/contract';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { listPlans, type PlanView } from '../../../shared/product/list-plans.contract';
import type { CastHousehold } from '../../../shared/testing/cast';
import { DEMO_REFERRAL_CODE } from '../seed';
import { inputFor } from './order-input';
import { requestIdForTest, type Stage } from './stage';

/** The plan at a price, as the family sees it. */
export const planAt = async (stage: Stage, family: CastHousehold, priceFen = 100_00): Promise<PlanView> => {
  const { plans } = await stage.ask(listPlans, { referralCode: DEMO_REFERRAL_CODE }, family.openid);
  const plan = plans.find((candidate) => candidate.priceFen === priceFen);
  if (!plan) throw new Error('no plan at this price');
  return plan;
};

/** What a family of the cast sends after reading, confirming and signing everything. */
export const orderInput = (family: CastHousehold, plan: PlanView): InputOf<typeof buyCover> =>
  inputFor(family, plan, DEMO_REFERRAL_CODE, requestIdForTest());

/** A family buys and pays; answers the policy's id. Cover starts the next China day. */
export const buysCover = async (stage: Stage, family: CastHousehold, priceFen = 100_00): Promise<string> => {
  const plan = await planAt(stage, family, priceFen);
  const { order, payment } = await stage.ask(buyCover, orderInput(family, plan), family.openid);
  if (!payment) throw new Error('no payment was opened');
  await stage.cashier(payment, family.openid, 'pay');
  const confirmed = await stage.ask(confirmPayment, { orderId: order.orderId }, family.openid);
  if (confirmed.order.policyId === null) throw new Error(`order is ${confirmed.order.state}`);
  return confirmed.order.policyId;
};
