import { formatYuan, sumOf } from '../money/fen';
import { formatChinaDate } from '../time/china-day';
import { covered, type AnsweringPolicy } from './answering-policy';
import type { FactsOf, StatementPart } from './assessment.schema';
import { daysOf } from './hospital-stays';
import { line, partOf } from './statement-part';

/**
 * Money for each day in hospital: the first days of each stay are not paid, and in a period no more than the plan's most.
 * Source: domain R13.
 */
export const allowancePart = (policy: AnsweringPolicy, { stays }: FactsOf<'allowance'>): StatementPart => {
  const { allowancePerDayFen: perDayFen, allowanceDaysPaid } = policy.left;
  const { waitingDays, maxDays, clause } = covered(policy.coverage.allowance);
  const stayed = sumOf(stays.map(daysOf));
  const waited = sumOf(stays.map((stay) => Math.min(waitingDays, daysOf(stay))));
  const daysLeft = Math.max(0, maxDays - allowanceDaysPaid);
  const days = Math.min(daysLeft, stayed - waited);
  const totalFen = days * perDayFen;
  const rest = waited > 0 ? `（住院 ${stayed} 天 − 不赔的 ${waited} 天）×` : `住院 ${stayed} 天 ×`;
  return partOf(policy, {
    benefit: 'allowance',
    lines: [
      ...stays.map((stay) =>
        line(
          'plus',
          `${formatChinaDate(stay.admittedOn)}到${formatChinaDate(stay.dischargedOn)}住院 ${daysOf(stay)} 天`,
          daysOf(stay) * perDayFen,
          `每天 ${formatYuan(perDayFen)} 元`,
        ),
      ),
      ...(waited > 0
        ? [
            line(
              'minus',
              `每次住院前 ${waitingDays} 天不赔（免赔天数）`,
              waited * perDayFen,
              `一共 ${waited} 天`,
            ),
          ]
        : []),
      line(
        'limit',
        `这份保单今年还能赔 ${daysLeft} 天（最多 ${maxDays} 天）`,
        daysLeft * perDayFen,
        allowanceDaysPaid > 0 ? `之前赔过 ${allowanceDaysPaid} 天` : undefined,
      ),
    ],
    formula:
      `${rest} 每天 ${formatYuan(perDayFen)} = ${formatYuan((stayed - waited) * perDayFen)}` +
      (stayed - waited > daysLeft ? `；今年只剩 ${daysLeft} 天，按 ${formatYuan(totalFen)} 赔` : ''),
    clause,
    totalFen,
    draws: 'allowanceDays',
    leftFen: (daysLeft - days) * perDayFen,
    days,
  });
};
