import { formatRatio, formatYuan, sumOf, timesRatio, type Fen } from '../money/fen';
import type { Plan } from '../product/plan.schema';
import type { AssessmentFacts, InvoiceLine, Statement, StatementLine } from './assessment.schema';

/** What of a plan the rules look at. */
export type Coverage = Pick<Plan, 'accident' | 'medical'>;

/** What the policy has left at the moment of deciding. */
export interface CoverLeft {
  /** The person's share of the accident sum. */
  readonly accidentShareFen: Fen;
  /** Death and disability already approved for this person in this period. */
  readonly accidentPaidFen: Fen;
  /** The family's medical limit. */
  readonly medicalLimitFen: Fen;
  /** Medical money already approved in this period. */
  readonly medicalPaidFen: Fen;
  /** What earlier claims of the same accident already bore of the deductible. Source: domain R9. */
  readonly deductibleBorneFen: Fen;
}

/** The coverage that a claim draws on. A claim that lacks it is refused when it is filed: here it is a fault of ours. */
const covered = <T>(coverage: T | null): T => {
  if (coverage === null) throw new RangeError('the plan does not cover this kind of claim');
  return coverage;
};

/** What is left of the deductible: it is borne once per accident, not per claim. */
const deductibleLeft = (plan: Coverage, left: CoverLeft): Fen =>
  Math.max(0, covered(plan.medical).deductibleFen - left.deductibleBorneFen);

const line = (kind: StatementLine['kind'], label: string, amountFen: Fen): StatementLine => ({
  kind,
  label,
  amountFen,
});

const medicalStatement = (
  plan: Coverage,
  left: CoverLeft,
  invoices: readonly InvoiceLine[],
  afterSocialInsurance: boolean,
): Statement => {
  const medical = covered(plan.medical);
  const eligibleFen = sumOf(invoices.map((invoice) => invoice.eligibleFen));
  const paidByOthersFen = sumOf(invoices.map((invoice) => invoice.paidByOthersFen));
  const deductibleFen = deductibleLeft(plan, left);
  const ratio = afterSocialInsurance
    ? medical.ratioAfterSocialInsurance
    : medical.ratioWithoutSocialInsurance;
  const restFen = eligibleFen - paidByOthersFen - deductibleFen;
  const computedFen = timesRatio(Math.max(0, restFen), ratio);
  const limitLeftFen = Math.max(0, left.medicalLimitFen - left.medicalPaidFen);
  const totalFen = Math.min(limitLeftFen, computedFen);
  const rest = `${formatYuan(eligibleFen)} − ${formatYuan(paidByOthersFen)} − ${formatYuan(deductibleFen)}`;
  const product =
    restFen > 0
      ? `(${rest}) × ${formatRatio(ratio)} = ${formatYuan(computedFen)}`
      : `${rest} 没有余额，按 ${formatYuan(0)} 算`;
  return {
    lines: [
      ...invoices.map((invoice) => line('plus', invoice.label, invoice.eligibleFen)),
      line('minus', '医保或别处已报销', paidByOthersFen),
      {
        ...line('minus', '自己先承担的部分（免赔额）', deductibleFen),
        ...(left.deductibleBorneFen > 0 ? { note: '同一次意外只扣一次，之前已扣的不再扣' } : {}),
      },
      {
        kind: 'ratio',
        label: '按比例赔',
        ratio,
        note: afterSocialInsurance ? '医保报销之后' : '没有医保报销',
      },
      line('limit', '全家医疗额度还剩', limitLeftFen),
      line('total', '赔给您', totalFen),
    ],
    formula:
      computedFen > limitLeftFen
        ? `${product}，超过剩余额度，按剩余额度 ${formatYuan(limitLeftFen)} 赔`
        : product,
    clause: medical.clause,
    totalFen,
    draws: 'medicalLimit',
    leftFen: limitLeftFen - totalFen,
  };
};

const accidentStatement = (plan: Coverage, left: CoverLeft, label: string, ratio: number): Statement => {
  const accident = covered(plan.accident);
  const computedFen = timesRatio(left.accidentShareFen, ratio);
  const shareLeftFen = Math.max(0, left.accidentShareFen - left.accidentPaidFen);
  const totalFen = Math.min(shareLeftFen, computedFen);
  const product = `${formatYuan(left.accidentShareFen)} × ${formatRatio(ratio)} = ${formatYuan(computedFen)}`;
  return {
    lines: [
      line('plus', '本人的意外保额', left.accidentShareFen),
      { kind: 'ratio', label, ratio, note: accident.disability.standard },
      line('limit', '本人意外保额还剩', shareLeftFen),
      line('total', '赔给您', totalFen),
    ],
    formula:
      computedFen > shareLeftFen ? `${product}，减去已赔的，最多再赔 ${formatYuan(shareLeftFen)}` : product,
    clause: accident.clause,
    totalFen,
    draws: 'accidentShare',
    leftFen: shareLeftFen - totalFen,
  };
};

/**
 * What a claim pays and why, line by line: medical by R9, disability by its grade (R7), death less what disability
 * already paid (R6); never above the family's limit or the person's share. Source: domain R3, R6, R7, R9, R21.
 */
export const adjudicate = (plan: Coverage, left: CoverLeft, facts: AssessmentFacts): Statement => {
  if (facts.kind === 'medical')
    return medicalStatement(plan, left, facts.invoices, facts.afterSocialInsurance);
  if (facts.kind === 'death') {
    return accidentStatement(plan, left, '意外身故', 10_000);
  }
  const ratio = covered(plan.accident).disability.gradeRatios[facts.grade - 1];
  if (ratio === undefined) throw new RangeError('no such disability grade');
  return accidentStatement(plan, left, `伤残 ${String(facts.grade)} 级`, ratio);
};

/** What a claim bears of the accident's deductible once it is approved; zero for death and disability. Source: domain R9. */
export const deductibleBorneBy = (plan: Coverage, left: CoverLeft, facts: AssessmentFacts): Fen => {
  if (facts.kind !== 'medical') return 0;
  const eligibleFen = sumOf(facts.invoices.map((invoice) => invoice.eligibleFen));
  const paidByOthersFen = sumOf(facts.invoices.map((invoice) => invoice.paidByOthersFen));
  return Math.min(deductibleLeft(plan, left), Math.max(0, eligibleFen - paidByOthersFen));
};
