/** Times of one side of a pair, in milliseconds. */
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

/** Runs two pieces of work in turn, so that whatever else the machine does falls on both; the first rounds warm up. */
export const inTurn = async (
  rounds: number,
  one: (round: number) => Promise<unknown>,
  other: (round: number) => Promise<unknown>,
): Promise<{ one: Timing; other: Timing }> => {
  const warmUp = Math.ceil(rounds / 5);
  const times: { one: number[]; other: number[] } = { one: [], other: [] };
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const first = await timed(() => one(round));
    const second = await timed(() => other(round));
    if (round >= warmUp) {
      times.one.push(first);
      times.other.push(second);
    }
  }
  return { one: timingOf(times.one), other: timingOf(times.other) };
};
