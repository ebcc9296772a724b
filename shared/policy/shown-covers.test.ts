import { SAMPLE_POLICY } from '../testing/sample-policy';
import type { Policy } from './policy.schema';
import { shownCovers } from './shown-covers';

const NOW = SAMPLE_POLICY.startAt + 1;
const family = SAMPLE_POLICY;
const women: Policy = {
  ...family,
  id: 'pol_w',
  line: 'female-health',
  startAt: NOW - 1,
  insured: family.insured.map((one) => ({ ...one, accidentShareFen: 0, illnessSumFen: 1 })),
};
const later = (policy: Policy, id: string): Policy => ({
  ...policy,
  id,
  startAt: policy.endAt,
  endAt: policy.endAt + 1000,
});
const ids = (policies: readonly Policy[], now = NOW) => {
  const { main, others } = shownCovers(policies, now);
  return [main?.id, others.map(({ id }) => id)];
};

describe('the covers that a family is shown', () => {
  it('put the one against accidents first, whichever was bought last', () => {
    expect(ids([women, family])).toEqual(['pol_x', ['pol_w']]);
    expect(ids([women])).toEqual(['pol_w', []]);
    expect(ids([])).toEqual([undefined, []]);
  });

  it('leave out a renewal that waits for its day, what has ended and what was cancelled', () => {
    expect(ids([later(family, 'pol_next'), family])).toEqual(['pol_x', []]);
    expect(ids([later(family, 'pol_next'), family], family.endAt)).toEqual(['pol_next', []]);
    expect(ids([{ ...women, state: 'cancelled' }, family])).toEqual(['pol_x', []]);
  });

  it('show what starts tomorrow when nothing of its line is in force', () => {
    const tomorrow = { ...women, startAt: NOW + 1 };
    expect(ids([tomorrow, family])).toEqual(['pol_x', ['pol_w']]);
    expect(ids([tomorrow])).toEqual(['pol_w', []]);
  });
});
