import { cancelPolicy, previewCancellation } from '../../../shared/policy/cancel-policy.contracts';
import { listMyPolicies } from '../../../shared/policy/list-my-policies.contract';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time/china-day';
import { serve } from '../../_core/serve';
import { cancelPolicyOperation } from '../../_operations/policy/cancel-policy';
import { listMyPoliciesOperation } from '../../_operations/policy/list-my-policies';
import { previewCancellationOperation } from '../../_operations/policy/preview-cancellation';
import type { Process } from './timeline';
import type { World } from './world';

const OPERATIONS = [listMyPoliciesOperation, previewCancellationOperation, cancelPolicyOperation];

/** Asks from a phone until something comes back, three times at most; undefined when nothing or a refusal does. */
export const ask = async (
  world: World,
  phone: Process,
  openid: string,
  name: string,
  input: unknown,
): Promise<unknown> => {
  const { chance, timeline } = world;
  for (let tries = 3; tries > 0; tries -= 1) {
    const reply = await world.invoke((runtime) =>
      serve(runtime, OPERATIONS)({ name, input }, { openid, requestId: 'run' }),
    );
    // Somebody who did get an answer may still press again.
    if (reply?.ok && chance.happens(800)) return reply.data;
    await timeline.turn(phone, chance.pick([0, 1000, 2 * MINUTE_MS]));
  }
  return undefined;
};

/** A family that leaves: soon after it bought, before its cover starts, or in the middle of the year; perhaps from two phones. */
export const cancelAndLeave = async (world: World, phone: Process, openid: string): Promise<void> => {
  const { chance, timeline } = world;
  await timeline.turn(phone, chance.pick([10 * MINUTE_MS, 3 * HOUR_MS, 26 * HOUR_MS, 120 * DAY_MS]));
  const held = listMyPolicies.output.safeParse(await ask(world, phone, openid, listMyPolicies.name, {}));
  for (const { policyId } of held.data?.policies ?? []) {
    const preview = await ask(world, phone, openid, previewCancellation.name, { policyId });
    const seen = previewCancellation.output.safeParse(preview);
    if (!seen.success) continue;
    const { refundFen } = seen.data.cancellation;
    const cancel = (by: Process, tap: string): Promise<unknown> =>
      ask(world, by, openid, cancelPolicy.name, {
        requestId: `cancel-${openid}-${tap}`.padEnd(20, '0'),
        policyId,
        refundFen,
      });
    if (chance.happens(300)) world.start((other) => cancel(other, chance.pick(['1', '2'])));
    await cancel(phone, '1');
  }
};
