import { formatRatio, formatYuan, sumOf, timesRatio, type Fen } from '../money/fen';
import { covered, type AnsweringPolicy } from './answering-policy';
import type { FactsOf, InvoiceLine, StatementLine, StatementPart } from './assessment.schema';
import { limitedBy, line, partOf } from './statement-part';

/** An invoice: what stands on it, and what of it is not recognised. */
const invoiceLines = ({ label, amountFen, eligibleFen, note }: InvoiceLine): StatementLine[] => [
  line('plus', label, amountFen),
  ...(eligibleFen < amountFen
    ? [line('minus', `${label}里不能赔的部分`, amountFen - eligibleFen, note === '' ? undefined : note)]
    : []),
];

/** What comes off before the ratio: the amount and its name in a formula. */
interface Deduction {
  readonly line: StatementLine;
  readonly name: string;
  readonly amountFen: Fen;
}

const deduction = (name: string, label: string, amountFen: Fen, note?: string): Deduction => ({
  line: line('minus', label, amountFen, note),
  name,
  amountFen,
});

/**
 * What one policy pays of medical bills: (recognised − paid by others − deductible) × ratio, up to what the family has
 * left. What our earlier policies pay in the same decision counts as paid by others, so that nobody gets more than was
 * spent; the deductible is borne once per accident. Source: domain R9.
 */
export const medicalPart = (
  policy: AnsweringPolicy,
  { invoices, afterSocialInsurance }: FactsOf<'medical'>,
  earlier: readonly StatementPart[],
): StatementPart => {
  const { left } = policy;
  const terms = covered(policy.coverage.medical);
  const eligibleFen = sumOf(invoices.map((invoice) => invoice.eligibleFen));
  const othersFen = sumOf(invoices.map((invoice) => invoice.paidByOthersFen));
  const earlierFen = sumOf(earlier.map(({ totalFen }) => totalFen));
  const ownFen = Math.max(0, terms.deductibleFen - left.deductibleBorneFen);
  const ratio = afterSocialInsurance ? terms.ratioAfterSocialInsurance : terms.ratioWithoutSocialInsurance;
  const limitFen = Math.max(0, left.medicalLimitFen - left.medicalPaidFen);

  const deductions = [
    deduction('别处已报销', '医保或别处已经报销的', othersFen),
    ...(earlierFen > 0 ? [deduction('前面的保单已赔', '前面的保单这次已经赔的', earlierFen)] : []),
    ...(terms.deductibleFen > 0
      ? [
          deduction(
            '免赔额',
            '自己先承担的部分（免赔额）',
            ownFen,
            left.deductibleBorneFen > 0 ? '同一次意外只扣一次，之前扣过的不再扣' : undefined,
          ),
        ]
      : []),
  ];
  const spentFen = Math.max(0, eligibleFen - othersFen - earlierFen);
  const restFen = Math.max(0, spentFen - ownFen);
  const computedFen = timesRatio(restFen, ratio);
  const totalFen = Math.min(limitFen, computedFen);
  const rest = [
    `能赔的费用 ${formatYuan(eligibleFen)}`,
    ...deductions.map(({ name, amountFen }) => `${name} ${formatYuan(amountFen)}`),
  ].join(' − ');
  return partOf(policy, {
    benefit: 'medical',
    lines: [
      ...invoices.flatMap(invoiceLines),
      ...deductions.map((one) => one.line),
      {
        kind: 'ratio',
        label: '剩下的按比例赔（给付比例）',
        ratio,
        note: afterSocialInsurance ? '走过医保' : '没走医保',
      },
      line('limit', '全家医疗费还能赔的（剩余限额）', limitFen),
    ],
    formula:
      restFen > 0
        ? `（${rest}）× ${formatRatio(ratio)} = ${formatYuan(computedFen)}${limitedBy(computedFen, '全家的限额只剩', limitFen)}`
        : `${rest}，没有剩下的，赔 ${formatYuan(0)}`,
    clause: terms.clause,
    totalFen,
    draws: 'medicalLimit',
    leftFen: limitFen - totalFen,
    deductibleFen: Math.min(ownFen, spentFen),
  });
};
