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

/** Whether all plans say the same. */
export const allSame = (words: readonly string[]): boolean => words.every((word) => word === words[0]);
