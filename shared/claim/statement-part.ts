import { formatYuan, type Fen } from '../money/fen';
import type { AnsweringPolicy } from './answering-policy';
import type { StatementLine, StatementPart } from './assessment.schema';

/** A line of the statement that is an amount. */
export const line = (
  kind: StatementLine['kind'],
  label: string,
  amountFen: Fen,
  note?: string,
): StatementLine => ({ kind, label, amountFen, ...(note === undefined ? {} : { note }) });

/** The result that a family reads last. */
const totalLine = (totalFen: Fen): StatementLine => line('total', '这一项赔给您', totalFen);

/** The formula's end when a limit stands below what was computed. */
export const limitedBy = (computedFen: Fen, limit: string, limitFen: Fen): string =>
  computedFen > limitFen ? `；${limit} ${formatYuan(limitFen)}，按它赔` : '';

/** What a benefit works out; what does not concern it is nothing. */
type Worked = Pick<
  StatementPart,
  'benefit' | 'lines' | 'formula' | 'clause' | 'totalFen' | 'draws' | 'leftFen'
> &
  Partial<Pick<StatementPart, 'deductibleFen' | 'days' | 'rated'>>;

/** A policy's part of the statement, ending in its total. */
export const partOf = (
  { policyId, policyNumber, planName }: AnsweringPolicy,
  { lines, ...worked }: Worked,
): StatementPart => ({
  policyId,
  policyNumber,
  planName,
  deductibleFen: 0,
  days: 0,
  rated: [],
  ...worked,
  lines: [...lines, totalLine(worked.totalFen)],
});
