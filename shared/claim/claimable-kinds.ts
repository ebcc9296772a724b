import type { Fen } from '../money/fen';
import { CLAIM_KIND_WORDS, type ClaimKind } from './claim.schema';

/** What somebody holds under a policy, as far as claims are filed for it; 0: not covered. */
export interface Claimable {
  readonly accidentShareFen: Fen;
  readonly medicalLimitFen: Fen;
  readonly allowancePerDayFen: Fen;
  readonly illnessSumFen: Fen;
}

/** The kinds of claim that a policy can answer for somebody. Source: domain R13. */
export const claimableKinds = (held: Claimable): ClaimKind[] => [
  ...(held.medicalLimitFen > 0 ? (['medical'] as const) : []),
  ...(held.allowancePerDayFen > 0 ? (['allowance'] as const) : []),
  ...(held.accidentShareFen > 0 ? (['disability', 'death'] as const) : []),
  ...(held.illnessSumFen > 0 ? (['illness'] as const) : []),
];

/** Why a kind of claim finds no cover in a policy, and what to do instead. */
export const notCoveredWords = (held: Claimable, kind: ClaimKind): string => {
  const kinds = claimableKinds(held).map((other) => `“${CLAIM_KIND_WORDS[other]}”`);
  const instead =
    kinds.length === 0
      ? '请打保单上的客服电话问一问。'
      : `它能报的是${kinds.join('、')}。家里还有别的保障，可以用那一份来报。`;
  return `这份保障不保“${CLAIM_KIND_WORDS[kind]}”。${instead}`;
};
