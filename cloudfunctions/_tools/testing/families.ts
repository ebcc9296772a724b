import type { InputOf } from '../../../shared/contract/contract';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import type { Strokes } from '../../../shared/order/order.schema';
import { listPlans, type PlanView } from '../../../shared/product/list-plans.contract';
import type { CastHousehold } from '../../../shared/testing/cast';
import { DEMO_REFERRAL_CODE } from '../seed';
import { requestIdForTest, type Stage } from './stage';

/** A signature that a person might write. */
export const SIGNATURE: Strokes = [
  Array.from({ length: 12 }, (_, step) => [20 + step * 8, 40 + (step % 3) * 6, step * 16]),
  Array.from({ length: 8 }, (_, step) => [60 + step * 5, 30 + step * 4, 300 + step * 16]),
];

/** The plan at a price, as the family sees it. */
export const planAt = async (stage: Stage, family: CastHousehold, priceFen = 100_00): Promise<PlanView> => {
  const { plans } = await stage.ask(listPlans, { referralCode: DEMO_REFERRAL_CODE }, family.openid);
  const plan = plans.find((candidate) => candidate.priceFen === priceFen);
  if (!plan) throw new Error('no plan at this price');
  return plan;
};

/** What a family sends after reading, confirming and signing everything. */
export const orderInput = (family: CastHousehold, plan: PlanView): InputOf<typeof buyCover> => ({
  requestId: requestIdForTest(),
  referralCode: DEMO_REFERRAL_CODE,
  planId: plan.id,
  planVersion: plan.version,
  priceFen: plan.priceFen,
  members: [...family.members],
  phone: family.phone,
  confirmations: plan.documents.map(({ id, version, sha256 }) => ({ documentId: id, version, sha256 })),
  signatures: family.members.flatMap(({ relation }, memberIndex) =>
    relation === 'self' || relation === 'spouse' ? [{ memberIndex, strokes: SIGNATURE }] : [],
  ),
});

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
