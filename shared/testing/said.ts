import type { StatementPart } from '../claim/assessment.schema';
import {
  BENEFIT_WORDS,
  deadlineWords,
  deciders,
  leftWords,
  objectionWords,
  otherWays,
  payableFen,
  payeeDues,
  type StatedClaim,
} from '../claim/statement-words';
import { formatRatio, formatYuan } from '../money/fen';

const saidOfPart = (part: StatementPart): string[] => [
  ...[part.planName, part.policyNumber, BENEFIT_WORDS[part.benefit].name, formatYuan(part.totalFen)],
  ...part.lines.filter(({ kind }) => kind !== 'total').map(({ label }) => label),
  ...part.lines.flatMap(({ amountFen, ratio }) => [
    ...(amountFen === undefined ? [] : [formatYuan(amountFen)]),
    ...(ratio === undefined ? [] : [`× ${formatRatio(ratio)}`]),
  ]),
  ...[BENEFIT_WORDS[part.benefit].formula, part.formula, leftWords(part), `依据：${part.clause}`],
];

/**
 * Everything that whoever shows a decision must say of it, the family's page and the sheet of paper alike, without blanks:
 * lines break and numbers are grouped differently. A single part's total stands once, under the bill's own name.
 */
export const saidOf = (claim: StatedClaim): string[] => {
  const { statement, refusal } = claim;
  const money =
    statement === null
      ? []
      : [
          ...statement.parts.flatMap(saidOfPart),
          ...statement.exGratia.flatMap(({ label, amountFen, reason }) => [
            label,
            formatYuan(amountFen),
            reason,
          ]),
          ...['一共赔给您', formatYuan(statement.totalFen), '打给谁'],
          ...(claim.advanceFen === 0
            ? []
            : ['其中先付过', formatYuan(claim.advanceFen), '这次再打', formatYuan(payableFen(claim))]),
          ...claim.payees.flatMap(({ holder, bank, maskedNumber }, index) => [
            ...[holder, bank, maskedNumber, formatYuan(payeeDues(claim)[index] ?? 0)],
          ]),
        ];
  const said = [
    ...[claim.claimNumber, claim.personName, claim.insurerName],
    ...(refusal === null ? [] : ['这次没有赔', refusal]),
    ...money,
    ...(statement?.refused ?? claim.refusedParts).flatMap(({ what, reason, clause }) => [
      what,
      reason,
      clause,
    ]),
    ...deciders(claim).flat(),
    ...[deadlineWords(claim), '不同意怎么办', objectionWords(claim), ...otherWays(claim)],
  ];
  return said.map(withoutBlanks);
};

/** Text as `saidOf` gives it. */
export const withoutBlanks = (text: string): string => text.replace(/\s/g, '');
