import type { Place } from '../errors/app-error';
import type { Fen } from '../money/fen';
import type { AssessmentFacts } from './assessment.schema';
import { CLAIM_KIND_WORDS, type ClaimKind } from './claim.schema';

/** Largest amount of one invoice: a million yuan. */
const MAX_INVOICE_FEN: Fen = 100_000_000;

/** What is wrong with the facts of an assessment, each fault at its place. */
export const factsFaults = (facts: AssessmentFacts, kind: ClaimKind): Place[] => {
  if (facts.kind !== kind) {
    const message = `这件案子报的是“${CLAIM_KIND_WORDS[kind]}”。`;
    return [{ path: 'facts.kind', code: 'FIELD_INVALID', message }];
  }
  if (facts.kind !== 'medical') return [];
  return facts.invoices.flatMap((invoice, index) =>
    (['eligibleFen', 'paidByOthersFen'] as const).flatMap((field): Place[] =>
      invoice[field] > MAX_INVOICE_FEN
        ? [{ path: `facts.invoices.${index}.${field}`, code: 'AMOUNT_INVALID' }]
        : [],
    ),
  );
};
