import { AppError } from '../../../shared/errors/app-error';
import { MAX_TRIES_A_DAY } from '../../../shared/household/try-count';
import { chinaDayOf } from '../../../shared/time/china-day';
import type { Caller } from '../../_core/caller';
import { deriveId } from '../../_core/ids';
import type { Workshop } from '../../_core/operation';

/** Which answers are counted, and how many of them a person may get in a day. */
interface CountedAnswer {
  readonly of: string;
  readonly most: number;
}

const ALREADY_INSURED: CountedAnswer = { of: '', most: MAX_TRIES_A_DAY };

/** Counts one more answer "already insured", or another, for the person today. Throws TOO_MANY_TRIES. Source: domain R5. */
export const countTry = async (
  { write, ports }: Workshop,
  caller: Caller,
  { of, most } = ALREADY_INSURED,
): Promise<void> => {
  const id = deriveId('try', caller.householdId + of, chinaDayOf(ports.clock.now()));
  const allowed = await write(async (tx) => {
    const tries = await tx.tries.get(id);
    const count = (tries?.count ?? 0) + 1;
    if (count > most) return false;
    await (tries ? tx.tries.put({ id, count }) : tx.tries.create({ id, count }));
    return true;
  });
  if (!allowed) throw new AppError('TOO_MANY_TRIES');
};

/** Counts each person asked about by name and number once a day, whatever the answer. Throws TOO_MANY_TRIES. Source: domain R5. */
export const countAsked = async (workshop: Workshop, caller: Caller, nameKey: string): Promise<void> => {
  const day = chinaDayOf(workshop.ports.clock.now());
  const id = deriveId('try', caller.householdId, day, nameKey);
  if (await workshop.read.tries.get(id)) return;
  await countTry(workshop, caller);
  await workshop.write((tx) => tx.tries.put({ id, count: 1 }));
};
