import type { Reply } from '../../../shared/contract/contract';
import type { MemberInput } from '../../../shared/household/member.schema';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { openPayment } from '../../../shared/order/open-payment.contract';
import type { Plan } from '../../../shared/product/plan.schema';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time/china-day';
import { serve } from '../../_core/serve';
import { reconcileBills } from '../../_operations/bill/reconcile-bills';
import { advanceOpenOrders } from '../../_operations/order/advance-open-orders';
import { buyCoverOperation } from '../../_operations/order/buy-cover';
import { confirmPaymentOperation } from '../../_operations/order/confirm-payment';
import { openPaymentOperation } from '../../_operations/order/open-payment';
import { receivePaymentCallback } from '../../_operations/order/receive-payment-callback';
import { DEMO_REFERRAL_CODE } from '../seed';
import { inputFor } from '../testing/order-input';
import { cancelAndLeave } from './cancellations';
import type { Process } from './timeline';
import type { World } from './world';

const OPERATIONS = [buyCoverOperation, openPaymentOperation, confirmPaymentOperation];

/** A household with a phone. */
interface Buyer {
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

const buy = async (
  world: World,
  phone: Process,
  buyer: Buyer,
  plan: Plan,
  request: string,
): Promise<void> => {
  const { chance, timeline } = world;
  await timeline.turn(phone, chance.between(0, 10) * MINUTE_MS);
  const input = inputFor(buyer, plan, DEMO_REFERRAL_CODE, request);
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

const membersOf = (family: number): MemberInput[] => [
  { name: '赵大山', relation: 'self', idNumber: idNumberFor('1980-02-02', family * 2 + 1) },
  { name: '赵小山', relation: 'son', idNumber: idNumberFor('2012-04-04', family * 2 + 1) },
];

/** A storm of purchases: families, rivals for the same people, relatives who pay, families that leave, callbacks, a timer. */
export const buyAndPay = (world: World, plan: Plan): void => {
  const { chance, timeline } = world;
  const families = chance.happens(250) ? 2 : 1;
  for (let family = 0; family < families; family += 1) {
    const members = membersOf(family);
    const households = chance.happens(250) ? 2 : 1;
    for (let household = 0; household < households; household += 1) {
      const openid = `o-${String(family)}-${String(household)}`;
      const buyOnce = (phone: Process, request: string): Promise<void> =>
        buy(world, phone, { openid, members }, plan, `request-of-${openid}-${request}`.padEnd(20, '0'));
      world.start((phone) => buyOnce(phone, '1'));
      if (world.plants.unheard !== true && chance.happens(250)) {
        world.start(async (phone) => {
          await cancelAndLeave(world, phone, openid);
          if (chance.happens(300)) await buyOnce(phone, '2');
        });
      }
    }
  }
  world.start(async (process) => {
    for (let turns = chance.between(0, 4); turns > 0; turns -= 1) {
      await timeline.turn(process, chance.pick([1, 1, 5, 15, 120, 700]) * MINUTE_MS);
      if (world.plants.withoutTimer !== true) await world.work(advanceOpenOrders);
    }
  });
};

/** When the timer runs after the storm, in hours since the last run: past the ends of all orders, then for what is left. */
const CALM_HOURS = [1, 25, 1, 1, 1, 24, 24];

/** Days after the storm on which the bills are compared: a second look must find nothing any more. */
const BILL_DAYS = 2;

/** As `calmDown`, for the daily bill. */
const compareBills = async (world: World): Promise<void> => {
  world.start(async (process) => {
    for (let days = BILL_DAYS; days > 0; days -= 1) {
      await world.timeline.turn(process, 25 * HOUR_MS);
      await world.work(reconcileBills);
    }
  });
  await world.timeline.run();
};

/** After the storm every refund arrives, and the timer runs until nothing waits any more, or it never will. */
export const calmDown = async (world: World, isWaiting: () => boolean): Promise<void> => {
  world.isStormy = false;
  world.money.arrive();
  world.start(async (process) => {
    for (const hours of CALM_HOURS) {
      if (!isWaiting()) return;
      await world.timeline.turn(process, hours * HOUR_MS);
      if (world.plants.withoutTimer !== true) await world.work(advanceOpenOrders);
    }
  });
  await world.timeline.run();
  if (world.plants.withBill === true) await compareBills(world);
};
