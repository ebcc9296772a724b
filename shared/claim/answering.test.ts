import { SAMPLE_POLICY } from '../testing/sample-policy';
import { startOfChinaDay } from '../time/china-day';
import { answerOf, dayFaults, decidedTogether, whyNot, type AnsweringTerms } from './answering';

const START = startOfChinaDay('2026-06-02');
const END = startOfChinaDay('2027-06-02');
/** Cancelled on 1 September: covered through that day. */
const cancelled = { ...SAMPLE_POLICY, state: 'cancelled', endAt: startOfChinaDay('2026-09-02') } as const;
const neverBegan = { ...SAMPLE_POLICY, state: 'cancelled', endAt: START } as const;
const LISTED = startOfChinaDay('2026-10-05');
/** The daughter was listed during the year. */
const withNewborn: AnsweringTerms = {
  ...SAMPLE_POLICY,
  additions: [{ at: LISTED - 1, startAt: LISTED, sharesBefore: [100_000_00, 100_000_00] }],
};

describe('a policy answers for a person', () => {
  it.each([
    ['not at the last moment before its first day', SAMPLE_POLICY, START - 1, 'notStarted'],
    ['from the first moment of its first day', SAMPLE_POLICY, START, 'answers'],
    ['to the last moment of its last day', SAMPLE_POLICY, END - 1, 'answers'],
    ['not from its end on', SAMPLE_POLICY, END, 'ended'],
    ['through the day on which it was cancelled', cancelled, cancelled.endAt - 1, 'answers'],
    ['not after a cancellation', cancelled, cancelled.endAt, 'cancelled'],
    ['never, when it was cancelled before its start', neverBegan, START - 1, 'cancelled'],
    ['never, when it was cancelled before its start, not even then', neverBegan, START, 'cancelled'],
  ] as const)('%s', (_what, policy, instant, answer) => {
    expect(answerOf(policy, 'per_a', instant)).toBe(answer);
    expect(whyNot(policy, 'per_a', instant) === null).toBe(answer === 'answers');
  });

  it('a newborn from the day of listing on, the others all the time', () => {
    expect(answerOf(withNewborn, 'per_c', LISTED - 1)).toBe('listedLater');
    expect(answerOf(withNewborn, 'per_c', LISTED)).toBe('answers');
    expect(answerOf(withNewborn, 'per_b', LISTED - 1)).toBe('answers');
    expect(answerOf(withNewborn, 'per_c', START - 1)).toBe('notStarted');
  });

  it('not, when it does not list them', () => {
    expect(answerOf(SAMPLE_POLICY, 'per_z', START)).toBe('notListed');
  });
});

it('says why not with the day that matters', () => {
  expect(whyNot(SAMPLE_POLICY, 'per_a', START - 1)).toBe('从2026年6月2日起才有保障，那天还没有开始。');
  expect(whyNot(SAMPLE_POLICY, 'per_a', END)).toBe('保障到2027年6月1日为止，那天已经到期。');
  expect(whyNot(cancelled, 'per_a', END)).toBe('已经退保，保障到2026年9月1日为止。');
  expect(whyNot(neverBegan, 'per_a', END)).toBe('还没有开始就退保了，没有保障。');
  expect(whyNot(withNewborn, 'per_c', LISTED - 1)).toContain('从2026年10月5日起才加进这份保单');
});

describe('the day of an accident', () => {
  const codes = (day: string) =>
    dayFaults(day, '2014-05-20', '2026-06-10').map(({ path, code }) => [path, code]);

  it('may be the day of birth and today, not the day before or after', () => {
    expect(codes('2014-05-20')).toEqual([]);
    expect(codes('2026-06-10')).toEqual([]);
    expect(codes('2014-05-19')).toEqual([['day', 'ACCIDENT_BEFORE_BIRTH']]);
    expect(codes('2026-06-11')).toEqual([['day', 'ACCIDENT_IN_FUTURE']]);
  });
});

it('what another county issued is decided there, not in the same case', () => {
  const here = { ...SAMPLE_POLICY, id: 'pol_here' };
  const neighbour = { ...SAMPLE_POLICY, id: 'pol_next', regionCode: '350421201001' };
  const elsewhere = { ...SAMPLE_POLICY, id: 'pol_far', regionCode: '350428100001' };
  const ids = (...policies: (typeof here)[]) => decidedTogether(policies).map(({ id }) => id);
  expect(ids(here, elsewhere, neighbour)).toEqual(['pol_here', 'pol_next']);
  expect(ids(elsewhere, here)).toEqual(['pol_far']);
  expect(ids()).toEqual([]);
});
