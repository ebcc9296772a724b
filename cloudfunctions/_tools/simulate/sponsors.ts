import type { Contract } from '../../../shared/contract/contract';
import type { MemberInput } from '../../../shared/household/member.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import type { Roster } from '../../../shared/roster/roster.schema';
import { confirmTransfer, recordTransfer, steerIssuing } from '../../../shared/sponsor/transfer.contracts';
import { CASHIER } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { chinaDayOf, HOUR_MS, MINUTE_MS } from '../../../shared/time/china-day';
import { serve } from '../../_core/serve';
import { confirmTransferOperation } from '../../_operations/sponsor/confirm-transfer';
import { issueRosters } from '../../_operations/sponsor/issue-rosters';
import { recordTransferOperation } from '../../_operations/sponsor/record-transfer';
import { steerIssuingOperation } from '../../_operations/sponsor/steer-issuing';
import { acceptedRoster } from '../testing/accepted-roster';
import type { Process } from './timeline';
import type { World } from './world';

const OPERATIONS = [recordTransferOperation, confirmTransferOperation, steerIssuingOperation];

/** Another person than the cashier who enters the money. */
export const SECOND_CASHIER_OPENID = 'o-second-cashier';

/** A colleague at the desk tries until it is done; refused when somebody else did it first. */
const insist = async (
  world: World,
  desk: Process,
  openid: string,
  { name }: Contract,
  input: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const { chance, timeline } = world;
  const requestId = `${name}-${openid}-${String(chance.between(0, 999_999))}`.padEnd(20, '0');
  for (let tries = 5; tries > 0; tries -= 1) {
    const reply = await world.invoke((runtime) =>
      serve(runtime, OPERATIONS)({ name, input: { ...input, requestId } }, { openid, requestId: 'run' }),
    );
    if (reply?.ok && chance.happens(900)) return;
    await timeline.turn(desk, chance.pick([0, 1000, 2 * MINUTE_MS]));
  }
};

const transferOf = (world: World, { id, dueFen }: Roster, restFen: number) => ({
  rosterId: id,
  amountFen: dueFen + restFen,
  reference: 'BANK20261102',
  receivedDay: chinaDayOf(world.now()),
});

/** Halts the issuing in its middle, and goes on. */
const haltAndGoOn = async (world: World, desk: Process, rosterId: string): Promise<void> => {
  await world.timeline.turn(desk, world.chance.between(0, 20_000));
  await insist(world, desk, CASHIER.openid, steerIssuing, { rosterId, to: 'paused' });
  await world.timeline.turn(desk, world.chance.pick([0, 1000, HOUR_MS]));
  await insist(world, desk, CASHIER.openid, steerIssuing, { rosterId, to: 'issuing' });
};

/** Two timers that begin when they like, as if one were late. */
const runIssuers = (world: World): void => {
  const { chance, timeline } = world;
  for (let runners = chance.between(1, 3); runners > 0; runners -= 1) {
    world.start(async (process) => {
      await timeline.turn(process, chance.pick([0, 3000, MINUTE_MS, 10 * MINUTE_MS]));
      await world.work(issueRosters);
    });
  }
};

const householdsWith = (first: readonly MemberInput[], count: number) =>
  Array.from({ length: count }, (_, position) => ({
    members:
      position === 0
        ? [...first]
        : [
            {
              name: '钱多多',
              relation: 'self' as const,
              idNumber: idNumberFor('1975-05-05', position * 2 + 1),
            },
          ],
    phone: '13850800000',
  }));

/**
 * A township pays for some households, whole or in part: one of them may be buying at this moment. Its money is entered
 * and confirmed, policies are issued by several runners in batches, with a halt, a crash or two at once.
 */
export const sponsorPays = (world: World, plan: Plan, known: readonly MemberInput[]): void => {
  const { chance, timeline } = world;
  world.hasRosters = true;
  world.start(async (desk) => {
    const families = householdsWith(known, chance.between(1, 4));
    const share = chance.happens(500) ? {} : { shareFen: chance.pick([30_00, 60_00]) };
    const roster = await acceptedRoster(world.books(), { plan, families, perBatch: 2, ...share });
    await timeline.turn(desk, chance.pick([0, 1000, 5 * MINUTE_MS, 3 * HOUR_MS]));
    const transfer = transferOf(world, roster, chance.pick([0, 0, 500]));
    await insist(world, desk, CASHIER.openid, recordTransfer, transfer);
    const { rosterId, amountFen, reference } = transfer;
    const confirm = (by: Process): Promise<void> =>
      insist(world, by, SECOND_CASHIER_OPENID, confirmTransfer, { rosterId, amountFen, reference });
    if (chance.happens(200)) world.start(confirm);
    await confirm(desk);
    await insist(world, desk, CASHIER.openid, steerIssuing, { rosterId, to: 'issuing' });
    if (chance.happens(400)) world.start((other) => haltAndGoOn(world, other, rosterId));
    runIssuers(world);
  });
};

/** After the storm the desk brings every roster on its way, whatever was lost. */
export const startAgain = async (world: World): Promise<void> => {
  const rosters = await world.books().read.rosters.find({ where: { id: { gte: '' } }, limit: 10 });
  for (const roster of rosters.filter(({ state }) => state !== 'issued')) {
    world.start(async (desk) => {
      const { rosterId, amountFen, reference, receivedDay } = transferOf(world, roster, 0);
      if (roster.state === 'accepted') {
        const known = roster.transfer ?? { amountFen, reference, receivedDay };
        if (!roster.transfer)
          await insist(world, desk, CASHIER.openid, recordTransfer, {
            rosterId,
            amountFen,
            reference,
            receivedDay,
          });
        await insist(world, desk, SECOND_CASHIER_OPENID, confirmTransfer, {
          rosterId,
          amountFen: known.amountFen,
          reference: known.reference,
        });
      }
      if (roster.state !== 'issuing')
        await insist(world, desk, CASHIER.openid, steerIssuing, { rosterId, to: 'issuing' });
    });
  }
};
