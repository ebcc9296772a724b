import { randomBytes } from 'node:crypto';
import type { InputOf } from '../../../shared/contract/contract';
import type { MemberInput } from '../../../shared/household/member.schema';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { listPlans, type PlanView } from '../../../shared/product/list-plans.contract';
import type { CastHousehold } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { DEMO_REFERRAL_CODE } from '../seed';
import { inputFor } from './order-input';
import { requestIdForTest, type Stage } from './stage';

let families = 0;
/** A family nobody has met before, of three. */
export const newFamily = (): CastHousehold => {
  families += 1;
  const member = (
    relation: MemberInput['relation'],
    name: string,
    born: string,
    odd: number,
  ): MemberInput => ({
    name,
    relation,
    idNumber: idNumberFor(born, families * 2 + odd),
  });
  return {
    openid: `o-family-${String(families)}-${randomBytes(3).toString('hex')}`,
    name: '赵大山',
    note: '',
    phone: '13850800000',
    members: [
      member('self', '赵大山', '1980-02-02', 1),
      member('spouse', '钱小花', '1982-03-03', 0),
      member('son', '赵小山', '2012-04-04', 1),
    ],
  };
};

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
