import type { Place } from '../errors/app-error';
import { isCoveredAt } from '../policy/cover-period';
import { listedAt } from '../policy/listed-at';
import type { Policy } from '../policy/policy.schema';
import { countyOf } from '../region/region.schema';
import { addDays, chinaDayOf, formatChinaDate, type ChinaDay, type EpochMs } from '../time/china-day';
import { z } from '../zod';

/** What a policy says of a person and an instant. */
export const coverAnswer = z.enum([
  'answers',
  'notStarted',
  'ended',
  'cancelled',
  'listedLater',
  'notListed',
]);
export type CoverAnswer = z.infer<typeof coverAnswer>;

/** What of a policy the rules look at. */
export type AnsweringTerms = Pick<Policy, 'insured' | 'additions' | 'startAt' | 'endAt' | 'state'>;

/**
 * Whether a policy answers for a person at an instant, or why not. Judged by the period that a cancellation left and by
 * who was listed then: 23:59 before the first day is not covered, 00:00 is, and the end is not. Source: domain R3, R14.
 */
export const answerOf = (policy: AnsweringTerms, personKey: string, instant: EpochMs): CoverAnswer => {
  const position = policy.insured.findIndex((person) => person.personKey === personKey);
  if (position < 0) return 'notListed';
  if (policy.endAt <= policy.startAt) return 'cancelled';
  if (instant < policy.startAt) return 'notStarted';
  if (!isCoveredAt(policy, instant)) return policy.state === 'cancelled' ? 'cancelled' : 'ended';
  return position < listedAt(policy, instant).length ? 'answers' : 'listedLater';
};

/** From when a person stands on a policy: its start, or a newborn's first day. Source: domain R3. */
const listedFrom = ({ insured, additions, startAt }: AnsweringTerms, personKey: string): EpochMs => {
  const position = insured.findIndex((person) => person.personKey === personKey);
  return additions.find(({ sharesBefore }) => sharesBefore.length === position)?.startAt ?? startAt;
};

/** Why a policy does not answer, in the family's words; null when it does. */
export const whyNot = (policy: AnsweringTerms, personKey: string, instant: EpochMs): string | null => {
  const dayOf = (at: EpochMs): string => formatChinaDate(chinaDayOf(at));
  const lastDay = formatChinaDate(addDays(chinaDayOf(policy.endAt), -1));
  switch (answerOf(policy, personKey, instant)) {
    case 'answers':
      return null;
    case 'notStarted':
      return `从${dayOf(policy.startAt)}起才有保障，那天还没有开始。`;
    case 'ended':
      return `保障到${lastDay}为止，那天已经到期。`;
    case 'cancelled':
      return policy.endAt <= policy.startAt
        ? '还没有开始就退保了，没有保障。'
        : `已经退保，保障到${lastDay}为止。`;
    case 'listedLater':
      return `从${dayOf(listedFrom(policy, personKey))}起才加进这份保单，那天还没有保障。`;
    case 'notListed':
      return '这份保单里没有这位家人。';
  }
};

/** What is wrong with a day on which somebody is said to have had an accident. Source: domain R14. */
export const dayFaults = (day: ChinaDay, birthDay: ChinaDay, today: ChinaDay): Place[] => {
  if (day > today)
    return [{ path: 'day', code: 'ACCIDENT_IN_FUTURE', message: '那天还没有到，请选今天或以前的日子。' }];
  return day < birthDay ? [{ path: 'day', code: 'ACCIDENT_BEFORE_BIRTH' }] : [];
};

/**
 * Of the policies that answer, those that one case decides together: an insurer serves a county, so what another county
 * issued is claimed there. The first one says which county. Source: domain R10, R31.
 */
export const decidedTogether = <P extends Pick<Policy, 'regionCode'>>(policies: readonly P[]): P[] => {
  const [first] = policies;
  if (!first) return [];
  return policies.filter(({ regionCode }) => countyOf(regionCode) === countyOf(first.regionCode));
};
