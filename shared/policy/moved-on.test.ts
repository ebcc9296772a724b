import { SAMPLE_POLICY } from '../testing/sample-policy';
import { DAY_MS } from '../time/china-day';
import { hasMovedOn } from './moved-on';
import { renewalTermsOf } from './renewal.config';

const TERMS = renewalTermsOf('350421');
const LIMITS = { renewalMaxAgeYears: 70 };
const { endAt, insured } = SAMPLE_POLICY;
type Other = typeof SAMPLE_POLICY;

/** The same people for so many times as much, from some days before the old end, for a year. */
const other = (daysBefore: number, times = 2, changes: Partial<Other> = {}): Other => ({
  ...SAMPLE_POLICY,
  id: 'pol_other',
  line: 'family-accident-200',
  startAt: endAt - daysBefore * DAY_MS,
  endAt: endAt + (365 - daysBefore) * DAY_MS,
  medicalLimitFen: SAMPLE_POLICY.medicalLimitFen * times,
  insured: insured.map((person) => ({
    ...person,
    accidentShareFen: Math.round(person.accidentShareFen * times),
  })),
  ...changes,
});
const moved = (...others: readonly Other[]): boolean =>
  hasMovedOn(SAMPLE_POLICY, [SAMPLE_POLICY, ...others], LIMITS, TERMS);

describe('a family has moved on from a policy', () => {
  it.each([
    ['to a larger one that begins when it ends', other(0), true],
    ['to a larger one that began before', other(40), true],
    ['to a larger one that was bought after a gap', other(-10), true],
    ['to a smaller one chosen since renewing opened', other(60, 0.5), true],
    ['not to a smaller one held beside it since before', other(61, 0.5), false],
    ['to a larger one held beside it since before', other(200), true],
    ['not to one that ends while it can be renewed', other(336), false],
    ['to one that ends when it cannot be renewed any more', other(335), true],
    ['not to one that was cancelled', other(0, 2, { state: 'cancelled' }), false],
    ['not to one that pays no medical bills', other(0, 2, { medicalLimitFen: 0 }), false],
    ['not to one that some of the family are on', other(0, 2, { insured: insured.slice(1) }), false],
  ])('%s', (_what, to, expected) => {
    expect(moved(to)).toBe(expected);
  });

  it('to two that cover it together', () => {
    const parts = [other(0, 2, { insured: insured.slice(0, 1) }), other(0, 2, { insured: insured.slice(1) })];
    expect(moved(...parts)).toBe(true);
    expect(parts.map((part) => moved(part))).toEqual([false, false]);
  });

  it('also where a child has another number by now, or somebody is too old to renew', () => {
    const renumbered = other(0).insured.map((person, index) =>
      index === 2 ? { ...person, personKey: 'per_by_number' } : person,
    );
    expect(moved(other(0, 2, { insured: renumbered }))).toBe(true);
    const [father, ...rest] = insured;
    if (!father) throw new Error('no father');
    const old = { ...SAMPLE_POLICY, insured: [{ ...father, birthDay: '1956-06-01' }, ...rest] };
    expect(hasMovedOn(old, [other(0, 2, { insured: rest })], LIMITS, TERMS)).toBe(true);
    const young = { ...old, insured: [{ ...father, birthDay: '1956-06-03' }, ...rest] };
    expect(hasMovedOn(young, [other(0, 2, { insured: rest })], LIMITS, TERMS)).toBe(false);
  });

  it('not while it holds nothing else, nor where nobody could renew', () => {
    expect(moved()).toBe(false);
    expect(hasMovedOn(SAMPLE_POLICY, [other(0)], { renewalMaxAgeYears: 5 }, TERMS)).toBe(false);
  });
});
