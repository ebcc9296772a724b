import { addYears, daysBetween, formatChinaDay, type ChinaDay } from '../time/china-day';
import type { ClaimKind } from './claim.schema';

const YEARS = 2;
/** From so many days before the end on it is said. */
const SOON_DAYS = 60;

/** The last day on which a claim is surely in time, for a family that knew of it on a day. Source: domain R14. */
export const runsOutOn = (knownOn: ChinaDay): ChinaDay => addYears(knownOn, YEARS);

/**
 * What is said when a claim runs out soon or may have run out; undefined when there is nothing to say. It never blocks:
 * whether it is too late is for people to judge, because only they know when the family knew. For a death no source
 * gives a term. Source: domain R14.
 */
export const runsOutWarning = (kind: ClaimKind, knownOn: ChinaDay, today: ChinaDay): string | undefined => {
  if (kind === 'death') return undefined;
  const last = runsOutOn(knownOn);
  if (today > last) {
    return '到今天已经超过两年，可能过了索赔的期限。仍然可以报案，工作人员会看您是哪天知道的。';
  }
  const left = daysBetween(today, last);
  return left <= SOON_DAYS ? `索赔期限是两年，到${formatChinaDay(last, today)}为止，请尽快报案。` : undefined;
};
