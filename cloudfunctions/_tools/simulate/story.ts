import type { MemberInput } from '../../../shared/household/member.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time/china-day';
import { reconcileBills } from '../../_operations/bill/reconcile-bills';
import { advanceOpenOrders } from '../../_operations/order/advance-open-orders';
import { issueRosters } from '../../_operations/sponsor/issue-rosters';
import { cancelAndLeave } from './cancellations';
import { buy, type Buyer } from './purchases';
import { renewLater } from './renewals';
import { sponsorPays, startAgain } from './sponsors';
import type { World } from './world';

/** How many in a thousand runs play more than one year, or have somebody else pay. */
const RENEWING = 150;
const SPONSORED = 150;

const membersOf = (family: number): MemberInput[] => [
  { name: '赵大山', relation: 'self', idNumber: idNumberFor('1980-02-02', family * 2 + 1) },
  { name: '赵小山', relation: 'son', idNumber: idNumberFor('2012-04-04', family * 2 + 1) },
];

/** Families, some of them known to two phones, which then want to insure the same people. */
const buyersIn = ({ chance }: World): Buyer[] =>
  Array.from({ length: chance.happens(250) ? 2 : 1 }, (_, family) =>
    Array.from({ length: chance.happens(250) ? 2 : 1 }, (__, household) => ({
      openid: `o-${String(family)}-${String(household)}`,
      members: membersOf(family),
    })),
  ).flat();

/** A few turns of the timer in the middle of it. */
const runTimer = (world: World): void => {
  const { chance, timeline } = world;
  world.start(async (process) => {
    for (let turns = chance.between(0, 4); turns > 0; turns -= 1) {
      // Purchases begin on the minute: seconds later the timer meets them half done.
      await timeline.turn(
        process,
        chance.pick([1, 1, 5, 15, 120, 700]) * MINUTE_MS + chance.between(0, 8000),
      );
      if (world.plants.withoutTimer !== true) await world.work(advanceOpenOrders);
    }
  });
};

const firstPurchases = (world: World, buyers: readonly Buyer[], plan: Plan): void => {
  const { chance, plants } = world;
  for (const buyer of buyers) {
    world.start((phone) => buy(world, phone, { buyer, plan, tap: '1' }));
    if (plants.unheard !== true && chance.happens(250)) {
      world.start(async (phone) => {
        await cancelAndLeave(world, phone, buyer.openid);
        if (chance.happens(300)) await buy(world, phone, { buyer, plan, tap: '2' });
      });
    }
  }
};

/** When the timer runs after the storm, in hours since the last run: past the ends of all orders, then for what is left. */
const CALM_HOURS = [1, 25, 1, 1, 1, 24, 24];

/** After the storm every refund arrives, halted rosters go on, and the timers run until nothing waits any more, or it never will. */
const calmDown = async (world: World): Promise<void> => {
  world.isStormy = false;
  world.money.arrive();
  world.start(async (process) => {
    if (world.hasRosters) await startAgain(world);
    for (const hours of CALM_HOURS) {
      if (world.isOver()) return;
      await world.timeline.turn(process, hours * HOUR_MS);
      if (world.plants.withoutTimer !== true) await world.work(advanceOpenOrders);
      if (world.hasRosters) await world.work(issueRosters);
    }
  });
  await world.timeline.run();
};

/** Days after the storm on which the bills are compared: a second look must find nothing any more. */
const BILL_DAYS = 2;

const compareBills = async (world: World): Promise<void> => {
  world.start(async (process) => {
    for (let days = BILL_DAYS; days > 0; days -= 1) {
      await world.timeline.turn(process, 25 * HOUR_MS);
      await world.work(reconcileBills);
    }
  });
  await world.timeline.run();
};

/**
 * One run: a storm of purchases — families, rivals for the same people, relatives who pay, families that leave, sponsors
 * who pay for some — then calm; sometimes another storm when the year is over and the families renew, and calm again.
 */
export const play = async (world: World, plan: Plan): Promise<void> => {
  const { chance, timeline, plants } = world;
  const buyers = buyersIn(world);
  firstPurchases(world, buyers, plan);
  if (plants.unheard !== true && chance.happens(SPONSORED)) sponsorPays(world, plan, membersOf(0));
  runTimer(world);
  await timeline.run();
  await calmDown(world);
  if (plants.unheard !== true && chance.happens(RENEWING)) {
    world.isStormy = true;
    for (const buyer of buyers) renewLater(world, buyer, plan);
    await timeline.run();
    await calmDown(world);
  }
  if (plants.withBill === true) await compareBills(world);
};
