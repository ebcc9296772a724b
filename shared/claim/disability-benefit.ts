import { formatRatio, formatYuan } from '../money/fen';
import { standardOf } from '../product/disability-standards';
import { formatChinaDate } from '../time/china-day';
import { covered, shareLeftOf, type AnsweringPolicy } from './answering-policy';
import type { FactsOf, StatementLine, StatementPart } from './assessment.schema';
import { gradeFen, rateAccident, type AccidentRating } from './disability-rating';
import { limitedBy, line, partOf } from './statement-part';

/** After so many days an injury that is still treated is rated as it is. Source: domain R6, R8. */
export const LAST_DAY = 180;

/** Why this grade, in words. */
const gradeWords = ({ grade, deciding }: AccidentRating, inTreatment: boolean): string => {
  const parts = deciding.map((one) => `${one.part} ${one.grade} 级`).join('、');
  const raised = deciding.some((one) => one.grade > grade) ? '，一样重的有两处，提高一级' : '';
  const treated = inTreatment ? `；满 ${LAST_DAY} 天还在治疗，按第 ${LAST_DAY} 天的情况评` : '';
  return parts + raised + treated;
};

const standardWords = (name: string): string => {
  const standard = standardOf(name);
  return standard ? `《${standard.title}》（${name}）` : name;
};

/** All injuries as they were entered, and how they were graded: the family checks them against the appraisal. */
const shareLine = (
  shareFen: number,
  { injuries, ratedOn }: FactsOf<'disability'>,
  standard: string,
): StatementLine =>
  line(
    'plus',
    '本人的意外保额',
    shareFen,
    `${injuries.map(({ part, grade, code }) => `${part} ${grade} 级（${code}）`).join('、')}，${formatChinaDate(ratedOn)}按${standardWords(standard)}评定`,
  );

/**
 * What one policy pays for a disability: the share × the ratio of the grade, less what the same part was paid for after
 * an earlier accident, up to what is left of the share. Source: domain R3, R7, R8.
 */
export const disabilityPart = (policy: AnsweringPolicy, facts: FactsOf<'disability'>): StatementPart => {
  const { left } = policy;
  const { disability, clause } = covered(policy.coverage.accident);
  const { gradeRatios, standard } = disability;
  const paysFen = (grade: number | null) => gradeFen(left.accidentShareFen, gradeRatios, grade);
  const rating = rateAccident(facts.injuries, left.ratings, paysFen);
  const shareLeftFen = shareLeftOf(left);
  const share = `本人的意外保额 ${formatYuan(left.accidentShareFen)}`;
  const common = { benefit: 'disability', clause, draws: 'accidentShare' } as const;
  const first = shareLine(left.accidentShareFen, facts, standard);
  if (!rating) {
    const none = '同一处伤之前按同样或更重的等级赔过，这次不再赔';
    return partOf(policy, {
      ...common,
      lines: [first, line('limit', none, 0)],
      formula: `${share}；${none}，赔 ${formatYuan(0)}`,
      totalFen: 0,
      leftFen: shareLeftFen,
    });
  }
  const ratio = gradeRatios[rating.grade - 1] ?? 0;
  const gradeOnlyFen = paysFen(rating.grade);
  const beforeFen = paysFen(rating.before);
  const computedFen = gradeOnlyFen - beforeFen;
  const totalFen = Math.min(shareLeftFen, computedFen);
  return partOf(policy, {
    ...common,
    lines: [
      first,
      {
        kind: 'ratio',
        label: `伤残 ${rating.grade} 级按比例赔（给付比例）`,
        ratio,
        note: gradeWords(rating, facts.inTreatment),
      },
      ...(rating.before === null
        ? []
        : [line('minus', `同一处伤之前按 ${rating.before} 级赔过的（扣除原有伤残）`, beforeFen)]),
      line('limit', '本人意外保额还能赔的（剩余保额）', shareLeftFen),
    ],
    formula:
      `${share} × ${rating.grade} 级 ${formatRatio(ratio)} = ${formatYuan(gradeOnlyFen)}` +
      (rating.before === null
        ? ''
        : `；减去之前按 ${rating.before} 级赔过的 ${formatYuan(beforeFen)} = ${formatYuan(computedFen)}`) +
      limitedBy(computedFen, '本人的保额只剩', shareLeftFen),
    totalFen,
    leftFen: shareLeftFen - totalFen,
    rated: totalFen > 0 ? [...rating.rated] : [],
  });
};
