import { assessmentFacts, type AssessmentFacts, type BenefitFacts } from 'shared/claim/assessment.schema';
import { plainCharacters } from 'shared/contract/words';
import { parseYuan, type Fen } from 'shared/money/fen';
import { isChinaDay, type ChinaDay } from 'shared/time/china-day';
import { z } from 'shared/zod';
import type { BenefitDraft, FactsDraft, InvoiceDraft } from './facts-draft';

/** The facts, or what is still missing. */
export interface FactsRead {
  /** Undefined until everything is filled in and can be read. */
  facts: AssessmentFacts | undefined;
  /** What cannot be read, by the same paths the server uses: `facts.benefits.0.invoices.2.eligibleFen`. */
  faults: ReadonlyMap<string, string>;
  /** The first thing still to do, in words; undefined when there are facts. */
  missing: string | undefined;
}

const AMOUNT_FAULT = '金额请写成 3860.50 这样，最多两位小数。';

/** Reads field after field and notes what is wrong and the first that is missing. */
class Reading {
  readonly faults = new Map<string, string>();
  missing: string | undefined;

  private lacks(what: string): void {
    this.missing ??= what;
  }

  /** An amount that must be there; `what` says so when it is not. */
  amount(text: string, path: string, what: string): Fen {
    if (text.trim() === '') this.lacks(what);
    return this.amountOr(0, text, path);
  }

  /** An amount that may be left empty, and what that means. */
  amountOr(whenEmpty: Fen, text: string, path: string): Fen {
    if (text.trim() === '') return whenEmpty;
    const read = parseYuan(text);
    if (read === undefined) this.faults.set(path, AMOUNT_FAULT);
    return read ?? 0;
  }

  day(text: string, what: string): ChinaDay {
    if (!isChinaDay(text)) this.lacks(what);
    return text;
  }

  text(text: string, what: string): string {
    const plain = text.trim();
    if (plain === '') this.lacks(what);
    return plain;
  }

  chosen<T>(value: T, isChosen: boolean, what: string): T {
    if (!isChosen) this.lacks(what);
    return value;
  }
}

const readInvoice = (reading: Reading, invoice: InvoiceDraft, path: string, position: number) => {
  const name = `第 ${position} 张发票`;
  const amountFen = reading.amount(invoice.amount, `${path}.amountFen`, `还没填${name}的金额`);
  return {
    label: invoice.label.trim() === '' ? `发票 ${position}` : invoice.label.trim(),
    number: plainCharacters(invoice.number),
    day: invoice.day === '' ? null : reading.day(invoice.day, `${name}的日期不对`),
    amountFen,
    eligibleFen: reading.amountOr(amountFen, invoice.eligible, `${path}.eligibleFen`),
    paidByOthersFen: reading.amountOr(0, invoice.paidByOthers, `${path}.paidByOthersFen`),
    note: invoice.note.trim(),
  };
};

const readBenefit = (reading: Reading, draft: BenefitDraft, path: string): BenefitFacts => {
  switch (draft.kind) {
    case 'medical':
      return {
        kind: draft.kind,
        invoices: draft.invoices.map((invoice, index) =>
          readInvoice(reading, invoice, `${path}.invoices.${index}`, index + 1),
        ),
        afterSocialInsurance: reading.chosen(
          draft.afterSocialInsurance === 'yes',
          draft.afterSocialInsurance !== '',
          '还没选医保有没有报销',
        ),
      };
    case 'allowance':
      return {
        kind: draft.kind,
        stays: draft.stays.map(({ admittedOn, dischargedOn }, index) => ({
          admittedOn: reading.day(admittedOn, `还没选第 ${index + 1} 次住院的入院日期`),
          dischargedOn: reading.day(dischargedOn, `还没选第 ${index + 1} 次住院的出院日期`),
        })),
      };
    case 'disability':
      return {
        kind: draft.kind,
        injuries: draft.injuries.map(({ code, part, grade }, index) => ({
          code: plainCharacters(reading.text(code, `还没填第 ${index + 1} 处伤残的条目编码`)),
          part: reading.text(part, `还没填第 ${index + 1} 处伤残的部位`),
          grade: reading.chosen(grade, grade > 0, `还没选第 ${index + 1} 处伤残的等级`),
        })),
        ratedOn: reading.day(draft.ratedOn, '还没选评残的日子'),
        inTreatment: draft.inTreatment,
      };
    case 'death':
      return {
        kind: draft.kind,
        diedOn: reading.day(draft.diedOn, '还没选去世的日子'),
        paidByOtherInsurersFen: reading.amountOr(
          0,
          draft.paidByOtherInsurers,
          `${path}.paidByOtherInsurersFen`,
        ),
      };
    case 'illness':
      return {
        kind: draft.kind,
        disease: reading.text(draft.disease, '还没填诊断书上的病名'),
        diagnosedOn: reading.day(draft.diagnosedOn, '还没选确诊的日子'),
      };
  }
};

/** Reads what was typed, full-width digits too. Amounts are parsed by `shared/money` alone. Source: domain R9. */
export const readFacts = (draft: FactsDraft): FactsRead => {
  const reading = new Reading();
  const typed: AssessmentFacts = {
    benefits: draft.benefits.map((benefit, index) =>
      readBenefit(reading, benefit, `facts.benefits.${index}`),
    ),
    refused: draft.refused.map(({ what, reason, clause }, index) => ({
      what: reading.text(what, `还没写第 ${index + 1} 项不赔的是什么`),
      reason: reading.text(reason, `还没写第 ${index + 1} 项为什么不赔`),
      clause: reading.text(clause, `还没写第 ${index + 1} 项不赔的依据`),
    })),
    exGratia: draft.exGratia.map(({ label, amount, reason }, index) => ({
      label: reading.text(label, `还没写第 ${index + 1} 笔通融是什么`),
      amountFen: reading.amount(
        amount,
        `facts.exGratia.${index}.amountFen`,
        `还没填第 ${index + 1} 笔通融的金额`,
      ),
      reason: reading.text(reason, `还没写第 ${index + 1} 笔为什么通融`),
    })),
  };
  const { faults, missing } = reading;
  if (faults.size > 0) return { facts: undefined, faults, missing: '有金额没有写对' };
  if (missing !== undefined) return { facts: undefined, faults, missing };
  const parsed = z.safeParse(assessmentFacts, typed);
  if (parsed.success) return { facts: parsed.data, faults, missing: undefined };
  for (const { path, message } of parsed.error.issues) faults.set(['facts', ...path].join('.'), message);
  return { facts: undefined, faults, missing: '有内容没有写对，请改标红的地方' };
};
