import { z } from '../zod';
import { plainCharacters } from '../contract/words';
import { chinaDayOf } from '../time/china-day';
import type { AssessmentFacts, InvoiceLine } from './assessment.schema';
import type { Claim } from './claim.schema';
import { commonDays, dayRange, type DayRange, type Stay } from './hospital-stays';

/** By what a paper, an invoice or a stay in hospital looks like one that was claimed before. */
export const duplicateKind = z.enum(['samePhoto', 'sameNumber', 'sameAmountAndDay', 'sameStay']);
export type DuplicateKind = z.infer<typeof duplicateKind>;

/** A sign that something may have been claimed before: for a person to look at, never a verdict. */
export const duplicateWarning = z.strictObject({
  kind: duplicateKind,
  /** Positions among the papers, or among the invoices or stays of the facts. */
  places: z.array(z.int()),
  /** The cases in which the same was seen, this one among them when it stands there twice. */
  claimNumbers: z.array(z.string()).check(z.minLength(1)),
  /** Of stays: which days of them are claimed in that case too. */
  days: z.optional(z.array(dayRange)),
});
export type DuplicateWarning = z.infer<typeof duplicateWarning>;

/** What can be the same in two cases, and where it stands in this one. */
export interface DuplicateKey {
  readonly kind: DuplicateKind;
  readonly value: string;
  readonly place: number;
}

/** Shorter ones are no numbers of invoices: a dash, a 1. */
const SHORTEST_NUMBER = 4;

/** An invoice's number however it was typed: `№ 0012-3456` and `00123456` are one; empty when it is none. */
const plainNumber = (text: string): string => {
  const plain = plainCharacters(text)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^NO(?=\d)/, '');
  return plain.length < SHORTEST_NUMBER ? '' : plain;
};

const keysOfInvoice = ({ number, day, amountFen }: InvoiceLine, place: number): DuplicateKey[] => {
  const plain = plainNumber(number);
  return [
    ...(plain === '' ? [] : [{ kind: 'sameNumber' as const, value: plain, place }]),
    ...(day === null
      ? []
      : [{ kind: 'sameAmountAndDay' as const, value: `${day}|${String(amountFen)}`, place }]),
  ];
};

/** By what photos may be known again: their content. */
export const photoKeys = (papers: readonly Pick<Claim['papers'][number], 'sha256'>[]): DuplicateKey[] =>
  papers.map(({ sha256 }, place) => ({ kind: 'samePhoto', value: sha256, place }));

/** By what invoices may be known again: their number, and their amount together with their day. */
export const invoiceKeys = (facts: AssessmentFacts | null): DuplicateKey[] =>
  (facts?.benefits ?? []).flatMap((benefit) =>
    benefit.kind === 'medical' ? benefit.invoices.flatMap(keysOfInvoice) : [],
  );

/** Stays in hospital of facts. */
export const staysOf = (facts: AssessmentFacts | null): readonly Stay[] =>
  (facts?.benefits ?? []).flatMap((benefit) => (benefit.kind === 'allowance' ? benefit.stays : []));

/** By what a person's stays may be known again: the person, whatever the policy. */
export const stayKeys = (
  { personKey }: Pick<Claim, 'personKey'>,
  facts: AssessmentFacts | null,
): DuplicateKey[] => staysOf(facts).map((_, place) => ({ kind: 'sameStay', value: personKey, place }));

type OfAccident = Pick<Claim, 'personKey' | 'accidentAt'>;

/** Whether two cases tell of one accident: the same person on the same China day. */
export const isSameAccident = (one: OfAccident, other: OfAccident): boolean =>
  one.personKey === other.personKey && chinaDayOf(one.accidentAt) === chinaDayOf(other.accidentAt);

interface StaysClaimed extends OfAccident {
  readonly policyIds: readonly string[];
  readonly stays: readonly Stay[];
}

/**
 * The days in hospital that one case claims and another claims too. Every policy that answers for an accident pays its
 * days: two cases of one accident under different policies are no sign.
 */
export const repeatedDays = (one: StaysClaimed, other: StaysClaimed): DayRange[] => {
  if (one.personKey !== other.personKey) return [];
  const sharesPolicy = one.policyIds.some((id) => other.policyIds.includes(id));
  return isSameAccident(one, other) && !sharesPolicy ? [] : commonDays(one.stays, other.stays);
};
