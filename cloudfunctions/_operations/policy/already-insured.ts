import { AppError, type Place } from '../../../shared/errors/app-error';
import { MAX_TRIES_A_DAY } from '../../../shared/household/try-count';
import type { Member } from '../../../shared/household/member.schema';
import { coverPeriodFrom, periodsOverlap } from '../../../shared/policy/cover-period';
import type { Plan } from '../../../shared/product/plan.schema';
import { chinaDayOf, type ChinaDay } from '../../../shared/time/china-day';
import type { Caller } from '../../_core/caller';
import { deriveId } from '../../_core/ids';
import type { Workshop } from '../../_core/operation';
import { nameKeyOf, personCoverIdOf } from './person-key';

/** Counts one more answer "already insured" for the person today. Throws TOO_MANY_TRIES. Source: domain R5. */
export const countTry = async ({ write, ports }: Workshop, caller: Caller): Promise<void> => {
  const id = deriveId('try', caller.householdId, chinaDayOf(ports.clock.now()));
  const allowed = await write(async (tx) => {
    const tries = await tx.tries.get(id);
    const count = (tries?.count ?? 0) + 1;
    if (count > MAX_TRIES_A_DAY) return false;
    await (tries ? tx.tries.put({ id, count }) : tx.tries.create({ id, count }));
    return true;
  });
  if (!allowed) throw new AppError('TOO_MANY_TRIES');
};

/**
 * Members who already have this cover in the coming period, each as a fault at its place: only those whose name and
 * number the caller knows, and never by whom. Whoever tells it counts a try first. Source: domain R5.
 */
export const alreadyInsuredFaults = async (
  { read, vault }: Workshop,
  plan: Plan,
  members: readonly Member[],
  startDay: ChinaDay,
): Promise<Place[]> => {
  const ids = members.map((member) => personCoverIdOf(vault, member.idNumber, plan.line));
  const covers = await read.personCovers.find({ where: { id: { in: ids } }, limit: ids.length });
  const period = coverPeriodFrom(startDay);
  const faults = members.flatMap((member, index): Place[] => {
    const cover = covers.find((candidate) => candidate.id === ids[index]);
    const overlaps = cover?.periods.some((held) => periodsOverlap(held, period)) ?? false;
    const knowsBoth = cover?.nameKey === nameKeyOf(vault, member.name, member.idNumber);
    return overlaps && knowsBoth
      ? [{ path: `members.${index}.idNumber`, code: 'MEMBER_ALREADY_INSURED' }]
      : [];
  });
  return faults;
};
