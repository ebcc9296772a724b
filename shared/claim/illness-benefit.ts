import { formatYuan } from '../money/fen';
import { chinaDayOf, daysBetween, formatChinaDate } from '../time/china-day';
import { covered, type AnsweringPolicy } from './answering-policy';
import type { FactsOf, StatementPart } from './assessment.schema';
import { line, partOf } from './statement-part';

/**
 * The lump sum for a listed disease, once in a period; nothing in the waiting time of a first purchase.
 * Source: domain "Products".
 */
export const illnessPart = (
  policy: AnsweringPolicy,
  { disease, diagnosedOn }: FactsOf<'illness'>,
): StatementPart => {
  const { illnessSumFen, illnessPaidFen } = policy.left;
  const { waitingDays, clause } = covered(policy.coverage.illness);
  const startDay = chinaDayOf(policy.startAt);
  const isWaiting = !policy.continues && daysBetween(startDay, diagnosedOn) < waitingDays;
  const leftFen = Math.max(0, illnessSumFen - illnessPaidFen);
  const totalFen = isWaiting ? 0 : leftFen;
  const sum = `${disease}：一次赔清 ${formatYuan(illnessSumFen)}`;
  const rest =
    illnessPaidFen > 0 ? `${sum} − 之前已赔 ${formatYuan(illnessPaidFen)} = ${formatYuan(leftFen)}` : sum;
  return partOf(policy, {
    benefit: 'illness',
    lines: [
      line('plus', '重病一次赔的钱（保额）', illnessSumFen, disease),
      ...(illnessPaidFen > 0 ? [line('minus', '今年已经赔过的', illnessPaidFen)] : []),
      ...(isWaiting
        ? [
            line(
              'limit',
              `头 ${waitingDays} 天里确诊的不赔（等待期）`,
              0,
              `${formatChinaDate(startDay)}开始保，${formatChinaDate(diagnosedOn)}确诊`,
            ),
          ]
        : []),
    ],
    formula: isWaiting ? `${sum}；在头 ${waitingDays} 天的等待期里确诊，赔 ${formatYuan(0)}` : rest,
    clause,
    totalFen,
    draws: 'illnessSum',
    leftFen: leftFen - totalFen,
  });
};
