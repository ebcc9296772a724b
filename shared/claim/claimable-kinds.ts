import type { Fen } from '../money/fen';
import { CLAIM_KIND_WORDS, type ClaimKind } from './claim.schema';

/** What somebody holds under a policy, as far as claims are filed for it. */
export interface Claimable {
  /** 0: not covered, as the next. */
  readonly accidentShareFen: Fen;
  readonly medicalLimitFen: Fen;
}

/** The kinds of claim that a policy can answer; none for one that covers only diseases. Source: domain R13. */
export const claimableKinds = ({ accidentShareFen, medicalLimitFen }: Claimable): ClaimKind[] => [
  ...(medicalLimitFen > 0 ? (['medical'] as const) : []),
  ...(accidentShareFen > 0 ? (['disability', 'death'] as const) : []),
];

/** Why a kind of claim finds no cover in a policy, and what to do instead. */
export const notCoveredWords = (held: Claimable, kind: ClaimKind): string => {
  const kinds = claimableKinds(held).map((other) => `“${CLAIM_KIND_WORDS[other]}”`);
  const instead =
    kinds.length === 0
      ? '它保的是条款里列的重病，请打保单上的客服电话来报。'
      : `它能报的是${kinds.join('、')}。家里还有别的保障，可以用那一份来报。`;
  return `这份保障不保“${CLAIM_KIND_WORDS[kind]}”。${instead}`;
};
