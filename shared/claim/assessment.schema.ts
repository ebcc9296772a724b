import { z } from '../zod';
import { words } from '../contract/words';
import { basisPoints, fen } from '../money/fen';

/** One invoice, as the handler enters it. Source: domain R9. */
export const invoiceLine = z.strictObject({
  label: words({ max: 40, missing: '请写这张发票是什么。' }),
  /** What of the invoice the policy recognises. */
  eligibleFen: fen,
  /** Paid by social insurance or others. */
  paidByOthersFen: fen,
});
export type InvoiceLine = z.infer<typeof invoiceLine>;

/** What the handler enters for a claim. */
export const assessmentFacts = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('medical'),
    invoices: z.array(invoiceLine).check(z.minLength(1, '至少填一张发票。'), z.maxLength(60)),
    /** Whether social insurance settled first: decides the ratio. */
    afterSocialInsurance: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('disability'),
    /** 1 (worst) to 10. */
    grade: z.int().check(z.gte(1), z.lte(10)),
  }),
  z.strictObject({ kind: z.literal('death') }),
]);
export type AssessmentFacts = z.infer<typeof assessmentFacts>;

/** One line of the statement that the family can check. Source: domain R21. */
export const statementLine = z.strictObject({
  label: z.string(),
  /** `plus` and `minus` add up; `ratio` and `limit` apply to what stands above; `total` is the result. */
  kind: z.enum(['plus', 'minus', 'ratio', 'limit', 'total']),
  amountFen: z.optional(fen),
  ratio: z.optional(basisPoints),
  note: z.optional(z.string()),
});
export type StatementLine = z.infer<typeof statementLine>;

/** The result of the rules, with everything needed to compute it again. Source: domain R21. */
export const statement = z.strictObject({
  lines: z.array(statementLine),
  /** The formula in words and figures. */
  formula: z.string(),
  clause: z.string(),
  totalFen: fen,
  /** What this decision draws on: the person's accident share or the family's medical limit. */
  draws: z.enum(['accidentShare', 'medicalLimit']),
  /** What is left there afterwards. */
  leftFen: fen,
});
export type Statement = z.infer<typeof statement>;
