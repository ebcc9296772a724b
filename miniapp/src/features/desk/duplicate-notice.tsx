import type { DuplicateKind, DuplicateWarning } from 'shared/claim/duplicates';
import type { DayRange } from 'shared/claim/hospital-stays';
import { daysBetween, formatChinaDate } from 'shared/time/china-day';
import { Notice } from '@/components/notice/notice';

const SEEN_TOO: Readonly<Record<DuplicateKind, string>> = {
  samePhoto: '张照片，别的案件里也交过',
  sameNumber: '张发票的号码，出现过不止一次',
  sameAmountAndDay: '张发票的金额和日期，和别的案件里的一样',
  sameStay: '次住院的日子，这个人在别的案件里也报过',
};

const rangeWords = ({ first, last }: DayRange): string =>
  first === last ? formatChinaDate(first) : `${formatChinaDate(first)}到${formatChinaDate(last)}`;

/** Which days, and how many of them. */
const daysWords = (days: readonly DayRange[]): string => {
  const count = days.reduce((sum, { first, last }) => sum + daysBetween(first, last) + 1, 0);
  return days.length === 0 ? '' : `，重叠 ${count} 天（${days.map(rangeWords).join('、')}）`;
};

const wordsOf = ({ kind, places, claimNumbers, days = [] }: DuplicateWarning): string =>
  `第 ${places.map((place) => String(place + 1)).join('、')} ${SEEN_TOO[kind]}：案号 ${claimNumbers.join('、')}${daysWords(days)}。`;

/** What may have been claimed before: to be looked at, never a verdict. */
export function DuplicateNotice({ warnings }: { warnings: readonly DuplicateWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <Notice tone="due" title="可能重复，请核对">
      {`${warnings.map(wordsOf).join('')}这只是提醒，是不是同一张由您判断。`}
    </Notice>
  );
}
