import { formatRatio, formatYuanShort } from 'shared/money/fen';
import { benefitsOf } from 'shared/product/benefits';
import type { PlanView } from './use-plans';

/** What the first person of a family of so many would hold at most, in fen. */
export const shareOf = (plan: PlanView, people: number): number =>
  benefitsOf(plan, people).persons[0]?.accidentShareFen ?? 0;

/** 出生满 28 天 到 65 岁 */
export const agesOf = ({ minAgeDays, maxAgeYears }: PlanView): string =>
  `出生满 ${minAgeDays} 天到 ${maxAgeYears} 岁`;

/** How a medical bill is paid, in plain words. */
export const medicalRuleOf = ({ medical }: PlanView): string => {
  if (medical === null) return '不保';
  const own = medical.deductibleFen === 0 ? '' : `自己先承担 ${formatYuanShort(medical.deductibleFen)} 元，`;
  return `${own}其余走过医保的赔 ${formatRatio(medical.ratioAfterSocialInsurance)}，没走医保的赔 ${formatRatio(medical.ratioWithoutSocialInsurance)}`;
};

/** Who of a family a plan is for. */
export const whoMayJoin = ({ insuredSex, priceUnit }: Pick<PlanView, 'insuredSex' | 'priceUnit'>): string => {
  if (insuredSex !== 'any') return insuredSex === 'female' ? '只保女性' : '只保男性';
  return priceUnit === 'household' ? '夫妻和子女都可以参加' : '夫妻和子女，选谁都行';
};

/** Why somebody of the family cannot join a plan. */
export const refusalWords = (
  { insuredSex, minAgeDays, maxAgeYears }: PlanView,
  because: 'sex' | 'tooYoung' | 'tooOld',
): string => {
  if (because === 'sex') return insuredSex === 'female' ? '不参加，只保女性' : '不参加，只保男性';
  return because === 'tooYoung' ? `还不满 ${minAgeDays} 天，不能参加` : `超过 ${maxAgeYears} 岁，不能参加`;
};

/** 200 元 × 2 人 × 2 份 */
export const premiumWords = (
  { priceFen, priceUnit }: Pick<PlanView, 'priceFen' | 'priceUnit'>,
  people: number,
  copies: number,
): string =>
  [
    `${formatYuanShort(priceFen)} 元`,
    ...(priceUnit === 'person' ? [`${people} 人`] : []),
    ...(copies === 1 ? [] : [`${copies} 份`]),
  ].join(' × ');

/** Whether all plans say the same. */
export const allSame = (words: readonly string[]): boolean => words.every((word) => word === words[0]);
