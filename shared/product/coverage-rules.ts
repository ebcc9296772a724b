import { formatRatio, formatYuanShort } from '../money/fen';
import type { Coverages } from './plan.schema';

/** From which day of a stay on, and how long, an allowance is paid. */
export const allowanceRuleOf = ({
  waitingDays,
  maxDays,
}: Pick<NonNullable<Coverages['allowance']>, 'waitingDays' | 'maxDays'>): string =>
  waitingDays === 0
    ? `住院第一天起赔，一年最多赔 ${maxDays} 天`
    : `每次住院，前 ${waitingDays} 天不赔，第 ${waitingDays + 1} 天起赔，一年最多赔 ${maxDays} 天`;

/** From when on a disease counts. */
export const illnessRuleOf = ({
  waitingDays,
}: Pick<NonNullable<Coverages['illness']>, 'waitingDays'>): string =>
  waitingDays === 0
    ? '确诊条款里列的病，一次赔清'
    : `确诊条款里列的病，一次赔清。第一次买，头 ${waitingDays} 天里确诊的不赔；接着续保的没有这个等待`;

/** How a medical bill is paid. */
export const medicalRuleOf = (
  medical: Pick<
    NonNullable<Coverages['medical']>,
    'deductibleFen' | 'ratioAfterSocialInsurance' | 'ratioWithoutSocialInsurance'
  >,
): string => {
  const own = medical.deductibleFen;
  const first = own === 0 ? '' : `自己先承担 ${formatYuanShort(own)} 元（免赔额），`;
  return `${first}其余走过医保的赔 ${formatRatio(medical.ratioAfterSocialInsurance)}，没走医保的赔 ${formatRatio(medical.ratioWithoutSocialInsurance)}`;
};
