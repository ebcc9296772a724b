import { sumOf, timesRatio, type BasisPoints, type Fen } from '../money/fen';
import type { PaidRating, Rating } from './answering-policy';

/** How an accident is rated: the grade it is paid at, and what is taken off. Source: domain R8. */
export interface AccidentRating {
  readonly grade: number;
  /** What was paid for the deciding parts already; 0: nothing. */
  readonly beforeFen: Fen;
  /** What is paid now, before any limit. */
  readonly worthFen: Fen;
  /** The parts that decide: one, or two of the same grade. */
  readonly deciding: readonly Rating[];
  /** Every part that is worse than it was before, at its own grade, and whether it is paid for now. */
  readonly rated: readonly (Rating & { readonly decides: boolean })[];
}

const plainPart = (part: string): string => part.normalize('NFKC').replace(/\s/g, '');

/** Whether two injuries are of the same part and nature: then they are rated once. Source: domain R8. */
export const isSamePart = (one: string, other: string): boolean => plainPart(one) === plainPart(other);

/** What claims paid for some parts of the body: each claim's money once, also where two parts earned it together. */
const paidForFen = (ratings: readonly PaidRating[]): Fen => {
  const byClaim = new Map<string, Fen>();
  for (const { claimId, partPaidFen } of ratings) {
    byClaim.set(claimId, Math.max(partPaidFen, byClaim.get(claimId) ?? 0));
  }
  return sumOf([...byClaim.values()]);
};

/** What a grade pays of a share. Throws for what is no grade. Source: domain R7. */
export const gradeFen = (shareFen: Fen, gradeRatios: readonly BasisPoints[], grade: number): Fen => {
  const ratio = gradeRatios[grade - 1];
  if (ratio === undefined) throw new RangeError('no such disability grade');
  return timesRatio(shareFen, ratio);
};

/** Parts that may decide together, and the grade that they are paid at. */
interface Candidate {
  readonly grade: number;
  readonly deciding: readonly Rating[];
}

/** Each part by itself, and each two that share a grade: they are paid one grade better, never beyond 1. */
const candidatesOf = (injuries: readonly Rating[]): Candidate[] =>
  injuries.flatMap((one, position): Candidate[] => [
    ...injuries
      .slice(position + 1)
      .filter((other) => other.grade === one.grade && !isSamePart(other.part, one.part))
      .map((other) => ({ grade: Math.max(1, one.grade - 1), deciding: [one, other] })),
    { grade: one.grade, deciding: [one] },
  ]);

/**
 * Rates the injuries of one accident: the worst grade; where two or more share it, one grade worse still, never beyond 1.
 * A part that an earlier accident hurt counts only when it is worse now, and whatever was really paid for it is taken
 * off: for two parts that were paid for together, what they had together. Where that makes another part pay more, the
 * family gets the more. A later accident that was decided first takes off nothing that it left out itself: both together
 * pay what they would have paid in their order. Null: nothing is worse than before. Source: domain R8.
 */
export const rateAccident = (
  injuries: readonly Rating[],
  ratings: readonly PaidRating[],
  paysFen: (grade: number) => Fen,
): AccidentRating | null => {
  const worsened = injuries.filter(({ part, grade }) =>
    ratings.every((before) => before.isLater || !isSamePart(before.part, part) || grade < before.grade),
  );
  const [first, ...others] = candidatesOf(worsened).map((candidate) => {
    const { grade, deciding } = candidate;
    const held = ratings.filter(({ part }) => deciding.some((one) => isSamePart(one.part, part)));
    const beforeFen = paidForFen(held);
    const later = held.filter(({ isLater }) => isLater).map((rating) => rating.grade);
    const togetherFen = paysFen(Math.min(grade, ...later));
    const worthFen = Math.min(paysFen(grade), Math.max(0, togetherFen - beforeFen));
    return { ...candidate, beforeFen, worthFen };
  });
  if (!first) return null;
  const best = others.reduce((top, next) => (next.worthFen > top.worthFen ? next : top), first);
  const decides = (one: Rating): boolean =>
    best.deciding.some((other) =>
      best.deciding.length > 1 ? other.grade === one.grade : isSamePart(other.part, one.part),
    );
  return {
    ...best,
    rated: worsened.map(({ part, grade }) => ({ part, grade, decides: decides({ part, grade }) })),
  };
};
