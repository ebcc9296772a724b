import { z } from '../zod';
import { plainCharacters, tellingWords, words } from '../contract/words';
import { basisPoints, fen } from '../money/fen';
import { chinaDay } from '../time/china-day';

/** One invoice, as the handler enters it. Source: domain R9. */
export const invoiceLine = z.strictObject({
  label: tellingWords({ max: 40, missing: '请写这张发票是什么。' }),
  /** The invoice's own number, so that one that was claimed before is noticed; empty when it has none. */
  number: words({ min: 0, max: 40, missing: '' }).check(
    z.refine(
      (text) => text === '' || /[0-9A-Za-z]/.test(plainCharacters(text)),
      '发票号码要有数字或字母，没有号码就留空。',
    ),
  ),
  /** Day of issue; null when it cannot be read. */
  day: z.nullable(chinaDay),
  /** What stands on it. */
  amountFen: fen,
  /** What of it the policy recognises; never more than the amount. */
  eligibleFen: fen,
  /** Paid by social insurance or other insurers. */
  paidByOthersFen: fen,
  /** Why less than the amount is recognised: the family reads it. Empty when all of it is. */
  note: tellingWords({ min: 0, max: 100, missing: '' }),
});
export type InvoiceLine = z.infer<typeof invoiceLine>;

/** One injury and its grade by the policy's standard. Source: domain R7, R8. */
const injury = z.strictObject({
  /** Code of the item in the standard, as the appraisal names it. */
  code: words({ max: 20, missing: '请写鉴定报告上的条目编码。' }),
  /** Part of the body and nature, in words; the same twice is rated once. */
  part: tellingWords({ max: 40, missing: '请写伤在哪里。' }),
  /** 1 (worst) to 10. */
  grade: z.int().check(z.gte(1), z.lte(10)),
});

/** What the handler enters for one benefit. */
export const benefitFacts = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('medical'),
    invoices: z.array(invoiceLine).check(z.minLength(1, '至少填一张发票。'), z.maxLength(60)),
    /** Whether social insurance settled first: decides the ratio. */
    afterSocialInsurance: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('allowance'),
    /** Stays in hospital; the day of discharge does not count, a stay within one day counts as one. */
    stays: z
      .array(z.strictObject({ admittedOn: chinaDay, dischargedOn: chinaDay }))
      .check(z.minLength(1, '至少填一次住院。'), z.maxLength(20)),
  }),
  z.strictObject({
    kind: z.literal('disability'),
    injuries: z.array(injury).check(z.minLength(1, '至少填一处伤残。'), z.maxLength(20)),
    /** Day of the appraisal. */
    ratedOn: chinaDay,
    /** Still treated on day 180: rated as on that day. Source: domain R8. */
    inTreatment: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('death'),
    diedOn: chinaDay,
    /** What other insurers pay for the same death: counts only for a minor's cap. Source: domain R27. */
    paidByOtherInsurersFen: fen,
  }),
  z.strictObject({
    kind: z.literal('illness'),
    /** One of the diseases that the plan lists. */
    disease: tellingWords({ max: 40, missing: '请写诊断书上的病名。' }),
    diagnosedOn: chinaDay,
  }),
]);
export type BenefitFacts = z.infer<typeof benefitFacts>;
export type FactsOf<K extends BenefitFacts['kind']> = Extract<BenefitFacts, { kind: K }>;

/** Money beyond the clauses, out of goodwill; marked so wherever it is shown, and drawn from no limit. */
const exGratiaLine = z.strictObject({
  label: tellingWords({ max: 40, missing: '请写这笔通融是什么。' }),
  amountFen: fen.check(z.gte(1, '通融的金额要大于 0。')),
  reason: tellingWords({ min: 2, max: 100, missing: '请写为什么通融。' }),
});

/** A part of the claim that is not paid, and why: the family reads it. */
export const refusedPart = z.strictObject({
  what: tellingWords({ max: 40, missing: '请写哪一部分不赔。' }),
  reason: tellingWords({ min: 2, max: 200, missing: '请写不赔的原因。' }),
  /** In words or by its number alone: 第七条, 7.2. */
  clause: words({ max: 60, missing: '请写依据的条款。' }).check(
    z.refine((text) => text === '' || /[\p{L}\p{N}]/u.test(text), '请写第几条，要有文字或数字。'),
  ),
});

/**
 * What the handler enters for a claim: each benefit once, what is refused of it, what is given beyond it. No benefit at
 * all is a refusal outright; then something must be refused, or the rules say so.
 */
export const assessmentFacts = z.strictObject({
  benefits: z.array(benefitFacts).check(z.maxLength(5)),
  refused: z.array(refusedPart).check(z.maxLength(10)),
  exGratia: z.array(exGratiaLine).check(z.maxLength(5)),
});
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

/** What one policy pays for one benefit, with everything needed to compute it again. Source: domain R21. */
export const statementPart = z.strictObject({
  policyId: z.string(),
  policyNumber: z.string(),
  planName: z.string(),
  benefit: z.enum(['medical', 'allowance', 'disability', 'death', 'illness']),
  lines: z.array(statementLine),
  /** The formula in words and figures. */
  formula: z.string(),
  clause: z.string(),
  totalFen: fen,
  /** What this draws on: the person's accident share, the family's medical limit, the person's days, the person's sum. */
  draws: z.enum(['accidentShare', 'medicalLimit', 'allowanceDays', 'illnessSum']),
  /** What is left there afterwards, in fen. */
  leftFen: fen,
  /** What of the accident's deductible is borne now; medical only. Source: domain R9. */
  deductibleFen: fen,
  /** Days paid; allowance only. */
  days: z.int().check(z.gte(0)),
  /**
   * Parts of the body, their grades, and what was paid for each: the whole to every part that decided the grade, nothing
   * to the others; disability only, for a later accident. Source: domain R8.
   */
  rated: z.array(z.strictObject({ part: z.string(), grade: z.int(), partPaidFen: fen })),
});
export type StatementPart = z.infer<typeof statementPart>;

/** The whole decision: each policy's parts, what is refused, what is given beyond; the total is the sum. */
export const statement = z.strictObject({
  parts: z.array(statementPart),
  refused: z.array(refusedPart),
  exGratia: z.array(exGratiaLine),
  totalFen: fen,
});
export type Statement = z.infer<typeof statement>;
