import type { EpochMs } from '../time/china-day';
import type { Policy } from './policy.schema';

type Shown = Pick<Policy, 'id' | 'line' | 'state' | 'startAt' | 'endAt' | 'insured'>;

const coversAccidents = ({ insured }: Shown): boolean =>
  insured.some(({ accidentShareFen }) => accidentShareFen > 0);

/**
 * What a family is shown first, and beside it: of each product line the cover in force, or the next to start; the one
 * against accidents before the others. A renewal that waits for its day is not shown beside what it follows.
 *
 * @param policies newest first.
 */
export const shownCovers = <P extends Shown>(
  policies: readonly P[],
  now: EpochMs,
): { readonly main: P | undefined; readonly others: readonly P[] } => {
  const left = policies.filter(({ state, endAt }) => state === 'issued' && now < endAt);
  const inForce = left.filter(({ startAt }) => startAt <= now);
  // Several of one line are copies bought apart: all of them are in force.
  const waiting = left.filter(
    ({ line, startAt }) => startAt > now && !inForce.some((held) => held.line === line),
  );
  const shown = [...inForce, ...waiting.reverse()];
  const main = inForce.find(coversAccidents) ?? shown.find(coversAccidents) ?? shown[0];
  return { main, others: shown.filter((policy) => policy !== main) };
};
