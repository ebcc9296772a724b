import type { Place } from '../errors/app-error';
import { fen, type Fen } from '../money/fen';
import { addDays, type ChinaDay } from '../time/china-day';
import { z } from '../zod';
import type { AssessmentFacts, BenefitFacts } from './assessment.schema';

/** Largest bill that is estimated: a million yuan, as for an invoice. */
const MAX_BILL_FEN: Fen = 100_000_000;

/** What a family roughly knows of one benefit. */
export const roughFigure = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('medical'),
    /** Everything that was or will be paid to hospitals. */
    billFen: fen,
    /** Whether social insurance settles first: decides the ratio. */
    afterSocialInsurance: z.boolean(),
    /** What social insurance and others pay of the bill. */
    paidByOthersFen: fen,
  }),
  z.strictObject({
    kind: z.literal('allowance'),
    /** Days in hospital, one stay. */
    days: z.int().check(z.gte(1, '住院天数至少是 1 天。'), z.lte(366, '住院天数最多写 366 天。')),
  }),
  z.strictObject({
    kind: z.literal('disability'),
    /** 1 (worst) to 10. */
    grade: z.int().check(z.gte(1, '伤残等级是 1 到 10 级。'), z.lte(10, '伤残等级是 1 到 10 级。')),
  }),
  z.strictObject({ kind: z.literal('death') }),
  z.strictObject({ kind: z.literal('illness') }),
]);
export type RoughFigure = z.infer<typeof roughFigure>;

const figureFaults = (figure: RoughFigure, path: string): Place[] => {
  if (figure.kind !== 'medical') return [];
  return (['billFen', 'paidByOthersFen'] as const).flatMap((field): Place[] => {
    if (figure[field] > MAX_BILL_FEN) return [{ path: `${path}.${field}`, code: 'AMOUNT_INVALID' }];
    if (field === 'paidByOthersFen' && figure[field] > figure.billFen)
      return [
        { path: `${path}.${field}`, code: 'AMOUNT_INVALID', message: '报销的钱不会比总费用还多，请核对。' },
      ];
    return [];
  });
};

/** What is wrong with rough figures, each fault at its place. */
export const roughFaults = (figures: readonly RoughFigure[]): Place[] =>
  figures.flatMap((figure, index): Place[] => {
    const path = `figures.${index}`;
    const isAgain = figures.findIndex(({ kind }) => kind === figure.kind) < index;
    return isAgain ? [{ path: `${path}.kind`, code: 'FIELD_INVALID' }] : figureFaults(figure, path);
  });

/** Who had the accident, as far as the rules need to know. */
export interface RoughPerson {
  readonly day: ChinaDay;
  /** What other insurers would pay for a minor's death, as declared. Source: domain R27. */
  readonly otherDeathCoverFen: Fen;
}

const benefitOf = (figure: RoughFigure, { day, otherDeathCoverFen }: RoughPerson): BenefitFacts => {
  switch (figure.kind) {
    case 'medical':
      return {
        kind: 'medical',
        invoices: [
          {
            label: '看病的费用',
            number: '',
            day: null,
            amountFen: figure.billFen,
            eligibleFen: figure.billFen,
            paidByOthersFen: figure.paidByOthersFen,
            note: '',
          },
        ],
        afterSocialInsurance: figure.afterSocialInsurance,
      };
    case 'allowance':
      return { kind: 'allowance', stays: [{ admittedOn: day, dischargedOn: addDays(day, figure.days) }] };
    case 'disability':
      return {
        kind: 'disability',
        injuries: [{ code: '', part: '', grade: figure.grade }],
        ratedOn: day,
        inTreatment: false,
      };
    case 'death':
      return { kind: 'death', diedOn: day, paidByOtherInsurersFen: otherDeathCoverFen };
    case 'illness':
      return { kind: 'illness', disease: '条款里列的重病', diagnosedOn: day };
  }
};

/**
 * Facts as a handler would enter them if everything on the bill were recognised: the rules that decide a claim say what
 * it would come to. An estimate, kept nowhere. Source: domain R7, R9.
 */
export const roughFacts = (figures: readonly RoughFigure[], person: RoughPerson): AssessmentFacts => ({
  benefits: figures.map((figure) => benefitOf(figure, person)),
  refused: [],
  exGratia: [],
});
