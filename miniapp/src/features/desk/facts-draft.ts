import type { AssessmentFacts, BenefitFacts } from 'shared/claim/assessment.schema';
import type { ClaimKind } from 'shared/claim/claim.schema';
import { formatYuan, type Fen } from 'shared/money/fen';
import { z } from 'shared/zod';

/** What a handler has typed so far, as it is typed: amounts as text, days and grades '' and 0 while nothing is chosen. */
const invoiceDraft = z.object({
  label: z.string(),
  number: z.string(),
  day: z.string(),
  amount: z.string(),
  eligible: z.string(),
  paidByOthers: z.string(),
  note: z.string(),
});
const stayDraft = z.object({ admittedOn: z.string(), dischargedOn: z.string() });
const injuryDraft = z.object({ code: z.string(), part: z.string(), grade: z.int() });

const benefitDraft = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('medical'),
    invoices: z.array(invoiceDraft),
    afterSocialInsurance: z.enum(['yes', 'no', '']),
  }),
  z.object({ kind: z.literal('allowance'), stays: z.array(stayDraft) }),
  z.object({
    kind: z.literal('disability'),
    injuries: z.array(injuryDraft),
    ratedOn: z.string(),
    inTreatment: z.boolean(),
  }),
  z.object({ kind: z.literal('death'), diedOn: z.string(), paidByOtherInsurers: z.string() }),
  z.object({ kind: z.literal('illness'), disease: z.string(), diagnosedOn: z.string() }),
]);
const refusedDraft = z.object({ what: z.string(), reason: z.string(), clause: z.string() });
const exGratiaDraft = z.object({ label: z.string(), amount: z.string(), reason: z.string() });

export const factsDraft = z.object({
  benefits: z.array(benefitDraft),
  refused: z.array(refusedDraft),
  exGratia: z.array(exGratiaDraft),
});
export type FactsDraft = z.infer<typeof factsDraft>;
export type InvoiceDraft = z.infer<typeof invoiceDraft>;
export type StayDraft = z.infer<typeof stayDraft>;
export type InjuryDraft = z.infer<typeof injuryDraft>;
export type BenefitDraft = z.infer<typeof benefitDraft>;
export type DraftOf<K extends ClaimKind> = Extract<BenefitDraft, { kind: K }>;
export type RefusedDraft = z.infer<typeof refusedDraft>;
export type ExGratiaDraft = z.infer<typeof exGratiaDraft>;

export const newInvoice = (position: number): InvoiceDraft => ({
  label: `发票 ${position}`,
  number: '',
  day: '',
  amount: '',
  eligible: '',
  paidByOthers: '',
  note: '',
});
export const newStay = (): StayDraft => ({ admittedOn: '', dischargedOn: '' });
export const newInjury = (): InjuryDraft => ({ code: '', part: '', grade: 0 });
export const newRefused = (): RefusedDraft => ({ what: '', reason: '', clause: '' });
export const newExGratia = (): ExGratiaDraft => ({ label: '', amount: '', reason: '' });

/** A benefit of which nothing is typed. */
export const newBenefit = (kind: ClaimKind): BenefitDraft => {
  switch (kind) {
    case 'medical':
      return { kind, invoices: [newInvoice(1)], afterSocialInsurance: '' };
    case 'allowance':
      return { kind, stays: [newStay()] };
    case 'disability':
      return { kind, injuries: [newInjury()], ratedOn: '', inTreatment: false };
    case 'death':
      return { kind, diedOn: '', paidByOtherInsurers: '' };
    case 'illness':
      return { kind, disease: '', diagnosedOn: '' };
  }
};

const yuan = (fen: Fen): string => formatYuan(fen).replace(/,/g, '');
/** Nothing paid by others is left empty, as it is typed. */
const yuanOrNone = (fen: Fen): string => (fen === 0 ? '' : yuan(fen));

const benefitDraftOf = (facts: BenefitFacts): BenefitDraft => {
  switch (facts.kind) {
    case 'medical':
      return {
        kind: facts.kind,
        invoices: facts.invoices.map(
          ({ label, number, day, amountFen, eligibleFen, paidByOthersFen, note }) => ({
            label,
            number,
            day: day ?? '',
            amount: yuan(amountFen),
            eligible: eligibleFen === amountFen ? '' : yuan(eligibleFen),
            paidByOthers: yuanOrNone(paidByOthersFen),
            note,
          }),
        ),
        afterSocialInsurance: facts.afterSocialInsurance ? 'yes' : 'no',
      };
    case 'death':
      return {
        kind: facts.kind,
        diedOn: facts.diedOn,
        paidByOtherInsurers: yuanOrNone(facts.paidByOtherInsurersFen),
      };
    case 'allowance':
    case 'disability':
    case 'illness':
      return facts;
  }
};

/** The form before anything is typed: the benefit that the family named; or with the facts of an assessment that came back. */
export const draftOf = (kind: ClaimKind, facts: AssessmentFacts | null): FactsDraft =>
  facts === null
    ? { benefits: [newBenefit(kind)], refused: [], exGratia: [] }
    : {
        benefits: facts.benefits.map(benefitDraftOf),
        refused: facts.refused,
        exGratia: facts.exGratia.map(({ label, amountFen, reason }) => ({
          label,
          amount: yuan(amountFen),
          reason,
        })),
      };
