import { formatRatio, formatYuan } from '../money/fen';
import { standardOf } from '../product/disability-standards';
import { formatChinaDate } from '../time/china-day';
import { covered, shareLeftOf, type AnsweringPolicy, type PaidRating } from './answering-policy';
import type { FactsOf, StatementLine, StatementPart } from './assessment.schema';
import { gradeFen, isSamePart, rateAccident, type AccidentRating } from './disability-rating';
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

/** What was paid before, in words: which parts, at which grades, how much. */
const beforeWords = (ratings: readonly PaidRating[], { deciding, beforeFen }: AccidentRating): string => {
  const parts = ratings
    .filter(({ part, partPaidFen }) => partPaidFen > 0 && deciding.some((one) => isSamePart(one.part, part)))
    .map(({ part, grade }) => `${part} ${grade} 级`);
  return `${parts.join('、')}，共赔过 ${formatYuan(beforeFen)}`;
};

/** What one policy pays for injuries that are worse than before. */
const ratedPart = (
  policy: AnsweringPolicy,
  facts: FactsOf<'disability'>,
  rating: AccidentRating,
): Pick<StatementPart, 'lines' | 'formula' | 'totalFen' | 'rated'> => {
  const { left } = policy;
  const { gradeRatios } = covered(policy.coverage.accident).disability;
  const { grade, worthFen } = rating;
  const shareLeftFen = shareLeftOf(left);
  const gradeOnlyFen = gradeFen(left.accidentShareFen, gradeRatios, grade);
  const totalFen = Math.min(shareLeftFen, worthFen);
  const takenOffFen = gradeOnlyFen - worthFen;
  return {
    lines: [
      {
        kind: 'ratio',
        label: `伤残 ${grade} 级按比例赔（给付比例）`,
        ratio: gradeRatios[grade - 1] ?? 0,
        note: gradeWords(rating, facts.inTreatment),
      },
      ...(takenOffFen > 0
        ? [
            line(
              'minus',
              '同一处伤已经赔过的（扣除原有伤残）',
              takenOffFen,
              beforeWords(left.ratings, rating),
            ),
          ]
        : []),
      line('limit', '本人意外保额还能赔的（剩余保额）', shareLeftFen),
    ],
    formula:
      ` × ${grade} 级 ${formatRatio(gradeRatios[grade - 1] ?? 0)} = ${formatYuan(gradeOnlyFen)}` +
      (takenOffFen > 0
        ? `；减去同一处伤已经赔过的 ${formatYuan(takenOffFen)} = ${formatYuan(worthFen)}`
        : '') +
      limitedBy(worthFen, '本人的保额只剩', shareLeftFen),
    totalFen,
    rated:
      totalFen > 0
        ? rating.rated.map(({ decides, ...one }) => ({ ...one, partPaidFen: decides ? totalFen : 0 }))
        : [],
  };
};

/** What one policy pays for injuries of which none is worse than before: nothing, and why. */
const nothingWorse = (): Pick<StatementPart, 'lines' | 'formula' | 'totalFen' | 'rated'> => {
  const none = '同一处伤之前已经评过同样或更重的等级，这次不再赔';
  return {
    lines: [line('limit', none, 0)],
    formula: `；${none}，赔 ${formatYuan(0)}`,
    totalFen: 0,
    rated: [],
  };
};

/**
 * What one policy pays for a disability: the share × the ratio of the grade, less what the same part was paid for after
 * an earlier accident, up to what is left of the share. Source: domain R3, R7, R8.
 */
export const disabilityPart = (policy: AnsweringPolicy, facts: FactsOf<'disability'>): StatementPart => {
  const { left } = policy;
  const { disability, clause } = covered(policy.coverage.accident);
  const paysFen = (grade: number) => gradeFen(left.accidentShareFen, disability.gradeRatios, grade);
  const rating = rateAccident(facts.injuries, left.ratings, paysFen);
  const worked = rating ? ratedPart(policy, facts, rating) : nothingWorse();
  return partOf(policy, {
    ...worked,
    benefit: 'disability',
    clause,
    draws: 'accidentShare',
    lines: [shareLine(left.accidentShareFen, facts, disability.standard), ...worked.lines],
    formula: `本人的意外保额 ${formatYuan(left.accidentShareFen)}${worked.formula}`,
    leftFen: shareLeftOf(left) - worked.totalFen,
  });
};
