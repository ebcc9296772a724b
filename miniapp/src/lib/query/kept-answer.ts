import { z } from 'shared/zod';
import type { Contract, OutputOf } from 'shared/contract/contract';
import { readStored, writeStored } from '../storage/storage';

const keyOf = (name: string): string => `answer:${name}`;

/** Keeps the answer of a question without input on this phone, for the time without a network. */
export const keepAnswer = <C extends Contract>({ name }: C, answer: OutputOf<C>): void =>
  writeStored(keyOf(name), answer);

/** The kept answer; undefined when there is none, or one of another shape. */
export const keptAnswer = <C extends Contract>({ name, output }: C): OutputOf<C> | undefined => {
  const kept = z.safeParse(output, readStored(keyOf(name)));
  return kept.success ? (kept.data as OutputOf<C>) : undefined;
};
