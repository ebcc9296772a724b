import type { Reply } from '../../../shared/contract/contract';
import type { MemberInput } from '../../../shared/household/member.schema';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { openPayment } from '../../../shared/order/open-payment.contract';
import type { Plan } from '../../../shared/product/plan.schema';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time/china-day';
import { serve } from '../../_core/serve';
import { buyCoverOperation } from '../../_operations/order/buy-cover';
import { confirmPaymentOperation } from '../../_operations/order/confirm-payment';
import { openPaymentOperation } from '../../_operations/order/open-payment';
import { receivePaymentCallback } from '../../_operations/order/receive-payment-callback';
import { DEMO_REFERRAL_CODE } from '../seed';
import { inputFor } from '../testing/order-input';
import type { Process } from './timeline';
import type { World } from './world';

const OPERATIONS = [buyCoverOperation, openPaymentOperation, confirmPaymentOperation];

/** A household with a phone. */
export interface Buyer {
  readonly openid: string;
  readonly members: readonly MemberInput[];
}

/** Makes a call from a phone; undefined when the phone hears nothing. */
const call = (world: World, name: string, input: unknown, openid: string): Promise<Reply | undefined> =>
  world.invoke((runtime) => serve(runtime, OPERATIONS)({ name, input }, { openid, requestId: 'run' }));

/** WeChat tells us of a payment: never, once, or several times, sooner or later. */
const tell = (world: World, outTradeNo: string): void => {
  const { chance, timeline, plants } = world;
  if (plants.unheard === true) return;
  for (let copies = chance.pick([0, 0, 1, 1, 2, 3]); copies > 0; copies -= 1) {
    world.start(async (process) => {
      await timeline.turn(process, chance.pick([0, 1000, 15_000, 3 * MINUTE_MS, 2 * HOUR_MS]));
      await world.work((workshop) =>
        plants.callback
          ? plants.callback(workshop, outTradeNo)
          : receivePaymentCallback(
              workshop,
              { headers: {}, rawBody: JSON.stringify({ kind: 'payment', outTradeNo }) },
              () => undefined,
            ),
      );
    });
  }
};

/** The person at the cashier. */
const payAtCashier = async (
  world: World,
  phone: Process,
  openid: string,
  reply: Reply | undefined,
): Promise<void> => {
  const { chance, timeline, money, plants } = world;
  if (!reply?.ok) return;
  const { order, payment } = buyCover.output.parse(reply.data);
  if (payment) {
    await timeline.turn(
      phone,
      chance.pick([
        chance.between(0, 8000),
        chance.between(0, 8000),
        chance.between(0, 8000),
        20_000,
        5 * MINUTE_MS,
        100 * MINUTE_MS,
        2 * HOUR_MS - 1000,
        12 * HOUR_MS,
      ]),
    );
    const outTradeNo = payment.package.replace('prepay_id=', '');
    if (chance.happens(800) && money.pay(outTradeNo, openid, world.now())) tell(world, outTradeNo);
  }
  if (plants.unheard !== true && chance.happens(500))
    await call(world, confirmPayment.name, { orderId: order.orderId }, openid);
};

/** A relative far away opens the link, perhaps while the buyer pays too. */
const relativePays = async (world: World, phone: Process, openid: string, orderId: string): Promise<void> => {
  const { chance, timeline } = world;
  await timeline.turn(phone, chance.pick([0, 0, 1000, MINUTE_MS, 3 * HOUR_MS, 23 * HOUR_MS]));
  const reply = await call(world, openPayment.name, { orderId }, openid);
  await payAtCashier(world, phone, openid, reply);
};

/** A purchase, or a renewal of the policy that is named. */
export interface Purchase {
  readonly buyer: Buyer;
  readonly plan: Plan;
  /** Tells this purchase from the buyer's others. */
  readonly tap: string;
  readonly renewsPolicyId?: string;
}

/** Buys and pays with what goes wrong on a phone: a second tap, a lost answer, a relative with the link, a change of mind. */
export const buy = async (
  world: World,
  phone: Process,
  { buyer, plan, tap, ...renewal }: Purchase,
): Promise<void> => {
  const { chance, timeline } = world;
  await timeline.turn(phone, chance.between(0, 10) * MINUTE_MS);
  const request = `request-of-${buyer.openid}-${tap}`.padEnd(20, '0');
  const input = { ...inputFor(buyer, plan, DEMO_REFERRAL_CODE, request), ...renewal };
  if (chance.happens(200)) {
    world.start((second) =>
      call(world, buyCover.name, input, buyer.openid).then((reply) =>
        payAtCashier(world, second, buyer.openid, reply),
      ),
    );
  }
  for (let tries = 3; tries > 0; tries -= 1) {
    const reply = await call(world, buyCover.name, input, buyer.openid);
    if (reply?.ok && chance.happens(500)) {
      const { order } = buyCover.output.parse(reply.data);
      world.start((other) => relativePays(world, other, `${buyer.openid}-relative`, order.orderId));
    }
    await payAtCashier(world, phone, buyer.openid, reply);
    if (reply?.ok && chance.happens(900)) return;
    await timeline.turn(phone, chance.pick([0, 1000, 2 * MINUTE_MS, 20 * MINUTE_MS, 3 * HOUR_MS]));
  }
};
