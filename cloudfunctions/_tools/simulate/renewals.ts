import { listMyPolicies } from '../../../shared/policy/list-my-policies.contract';
import type { Plan } from '../../../shared/product/plan.schema';
import { DAY_MS, MINUTE_MS } from '../../../shared/time/china-day';
import { advanceOpenOrders } from '../../_operations/order/advance-open-orders';
import { ask } from './cancellations';
import { buy, type Buyer } from './purchases';
import type { Process } from './timeline';
import type { World } from './world';

/** Days before the cover ends: in time, on the last days, after a gap, too late for a renewal. */
const DAYS_BEFORE_END = [50, 20, 1, 0, -3, -25, -40] as const;

/**
 * A family buys again when its year ends: with the renewal page or as if new, in time or with a gap, perhaps twice from
 * two phones; a relative may pay, as for every purchase.
 */
export const renewLater = (world: World, buyer: Buyer, plan: Plan): void => {
  const { chance, timeline } = world;
  world.start(async (phone) => {
    const held = listMyPolicies.output.safeParse(
      await ask(world, phone, buyer.openid, listMyPolicies.name, {}),
    );
    const policyId = held.data?.policies[0]?.policyId;
    const daysToEnd = 365 - chance.pick([...DAYS_BEFORE_END]);
    await timeline.turn(phone, daysToEnd * DAY_MS + chance.between(0, 600) * MINUTE_MS);
    const renewal = policyId === undefined || chance.happens(100) ? {} : { renewsPolicyId: policyId };
    const once = (by: Process, tap: string): Promise<void> =>
      buy(world, by, { buyer, plan, tap, ...renewal });
    if (chance.happens(300)) world.start((other) => once(other, 'again'));
    world.start(async (timer) => {
      await timeline.turn(timer, chance.pick([1, 15, 120]) * MINUTE_MS);
      if (world.plants.withoutTimer !== true) await world.work(advanceOpenOrders);
    });
    await once(phone, 'renewal');
  });
};
