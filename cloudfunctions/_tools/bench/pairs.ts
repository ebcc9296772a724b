/** Times of one piece of work, in milliseconds. */
export interface Timing {
  readonly p50: number;
  readonly p95: number;
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const timingOf = (times: readonly number[]): Timing => {
  const sorted = [...times].sort((one, other) => one - other);
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) };
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/**
 * Runs pieces of work in turn, one call of each a round, so that whatever else the machine does falls on all; the
 * first rounds warm up.
 */
export const inTurn = async <Name extends string>(
  rounds: number,
  works: Readonly<Record<Name, (round: number) => Promise<unknown>>>,
): Promise<Record<Name, Timing>> => {
  const warmUp = Math.ceil(rounds / 5);
  const sides = Object.entries<(round: number) => Promise<unknown>>(works).map(([name, work]) => ({
    name,
    work,
    times: [] as number[],
  }));
  for (let round = 0; round < rounds + warmUp; round += 1) {
    for (const { work, times } of sides) {
      const time = await timed(() => work(round));
      if (round >= warmUp) times.push(time);
    }
  }
  return Object.fromEntries(sides.map(({ name, times }) => [name, timingOf(times)])) as Record<Name, Timing>;
};
