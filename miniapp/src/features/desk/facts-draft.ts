import { assessmentFacts, type AssessmentFacts } from 'shared/claim/assessment.schema';
import type { ClaimKind } from 'shared/claim/claim.schema';
import { factsFaults } from 'shared/claim/facts-faults';
import { textOf } from 'shared/errors/catalogue';
import { formatYuan, parseYuan, type Fen } from 'shared/money/fen';
import { z } from 'shared/zod';

/** One invoice as it is typed. */
const invoiceDraft = z.object({ label: z.string(), eligible: z.string(), paidByOthers: z.string() });
export type InvoiceDraft = z.infer<typeof invoiceDraft>;

/** What a handler has typed so far; nothing is chosen beforehand. */
export const factsDraft = z.object({
  invoices: z.array(invoiceDraft),
  afterSocialInsurance: z.enum(['yes', 'no', '']),
  /** 0: not chosen yet. */
  grade: z.int(),
});
export type FactsDraft = z.infer<typeof factsDraft>;

/** The facts, or what is still missing. */
export interface FactsRead {
  /** Undefined until everything is filled in and right. */
  facts: AssessmentFacts | undefined;
  /** What is wrong, by the same paths the server uses: `facts.invoices.0.eligibleFen`. */
  faults: ReadonlyMap<string, string>;
  /** The first thing still to do, in words; undefined when there are facts. */
  missing: string | undefined;
}

const AMOUNT_FAULT = '金额请写成 3860.50 这样，最多两位小数。';

export const newInvoice = (position: number): InvoiceDraft => ({
  label: `发票 ${position}`,
  eligible: '',
  paidByOthers: '',
});

/** The form before anything is typed, or with the facts of an assessment that came back. */
export const draftOf = (facts: AssessmentFacts | null): FactsDraft => {
  const yuan = (fen: Fen) => formatYuan(fen).replace(/,/g, '');
  const medical = facts?.kind === 'medical' ? facts : undefined;
  return {
    invoices: medical?.invoices.map(({ label, eligibleFen, paidByOthersFen }) => ({
      label,
      eligible: yuan(eligibleFen),
      paidByOthers: paidByOthersFen === 0 ? '' : yuan(paidByOthersFen),
    })) ?? [newInvoice(1)],
    afterSocialInsurance: medical === undefined ? '' : medical.afterSocialInsurance ? 'yes' : 'no',
    grade: facts?.kind === 'disability' ? facts.grade : 0,
  };
};

const notYet = (missing: string, faults: ReadonlyMap<string, string> = new Map()): FactsRead => ({
  facts: undefined,
  faults,
  missing,
});

/** Nothing typed for what others paid means that nobody else paid. */
const paidByOthersOf = (text: string): Fen | undefined => (text.trim() === '' ? 0 : parseYuan(text));

const readMedical = ({ invoices, afterSocialInsurance }: FactsDraft): FactsRead => {
  const faults = new Map<string, string>();
  const read = invoices.map(({ label, eligible, paidByOthers }, index) => {
    const eligibleFen = parseYuan(eligible);
    const paidByOthersFen = paidByOthersOf(paidByOthers);
    const place = `facts.invoices.${index}`;
    if (eligibleFen === undefined && eligible.trim() !== '') faults.set(`${place}.eligibleFen`, AMOUNT_FAULT);
    if (paidByOthersFen === undefined) faults.set(`${place}.paidByOthersFen`, AMOUNT_FAULT);
    return { label: label.trim() === '' ? `发票 ${index + 1}` : label.trim(), eligibleFen, paidByOthersFen };
  });
  if (faults.size > 0) return notYet('有金额没有写对', faults);
  const empty = read.findIndex((invoice) => invoice.eligibleFen === undefined);
  if (empty >= 0) return notYet(`还没填第 ${empty + 1} 张发票的金额`);
  if (afterSocialInsurance === '') return notYet('还没选医保有没有报销');
  const parsed = z.safeParse(assessmentFacts, {
    kind: 'medical',
    invoices: read,
    afterSocialInsurance: afterSocialInsurance === 'yes',
  });
  if (!parsed.success) return notYet('有内容没有写对');
  for (const fault of factsFaults(parsed.data, 'medical'))
    faults.set(fault.path, fault.message ?? textOf(fault.code));
  return faults.size > 0
    ? notYet('有金额没有写对', faults)
    : { facts: parsed.data, faults, missing: undefined };
};

const known = (facts: AssessmentFacts): FactsRead => ({ facts, faults: new Map(), missing: undefined });

/** Reads what was typed for a claim of one kind. Amounts are parsed by `shared/money` alone. Source: domain R9. */
export const readFacts = (kind: ClaimKind, draft: FactsDraft): FactsRead => {
  if (kind === 'medical') return readMedical(draft);
  if (kind === 'death') return known({ kind });
  return draft.grade === 0 ? notYet('还没选伤残等级') : known({ kind, grade: draft.grade });
};
