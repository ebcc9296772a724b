import { timesRatio, type BasisPoints, type Fen } from '../money/fen';
import type { Rating } from './answering-policy';

/** How an accident is rated: the grade it is paid at, and the grade that is taken off. Source: domain R8. */
export interface AccidentRating {
  readonly grade: number;
  /** At which the deciding part was paid before; null: it was not. */
  readonly before: number | null;
  /** The parts that decide: one, or two of the same grade. */
  readonly deciding: readonly Rating[];
  /** Every part that is worse than it was paid before, at its own grade. */
  readonly rated: readonly Rating[];
}

const plainPart = (part: string): string => part.normalize('NFKC').replace(/\s/g, '');

/** Whether two injuries are of the same part and nature: then they are rated once. Source: domain R8. */
export const isSamePart = (one: string, other: string): boolean => plainPart(one) === plainPart(other);

/** The worst grade a part was paid at before; null: never. */
const gradeBefore = (ratings: readonly Rating[], part: string): number | null =>
  ratings
    .filter((rating) => isSamePart(rating.part, part))
    .reduce<number | null>((worst, { grade }) => Math.min(grade, worst ?? grade), null);

/** The worse of two grades that may be none. */
const worseOf = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);

type Candidate = Omit<AccidentRating, 'rated'>;

/** What a grade pays of a share. Throws for what is no grade. Source: domain R7. */
export const gradeFen = (shareFen: Fen, gradeRatios: readonly BasisPoints[], grade: number | null): Fen => {
  if (grade === null) return 0;
  const ratio = gradeRatios[grade - 1];
  if (ratio === undefined) throw new RangeError('no such disability grade');
  return timesRatio(shareFen, ratio);
};

/**
 * Rates the injuries of one accident: the worst grade; where two or more share it, one grade worse still, never beyond 1.
 * A part that was paid for after an earlier accident counts only when it is worse now, and what its old grade paid is
 * taken off. Where that makes another part pay more, the family gets the more. Null: nothing is worse than before.
 * Source: domain R8.
 */
export const rateAccident = (
  injuries: readonly Rating[],
  ratings: readonly Rating[],
  paysFen: (grade: number | null) => Fen,
): AccidentRating | null => {
  const worsened = injuries
    .map(({ part, grade }) => ({ part, grade, before: gradeBefore(ratings, part) }))
    .filter(({ grade, before }) => before === null || grade < before);
  const candidates = worsened.flatMap((one, position): Candidate[] => [
    ...worsened.slice(position + 1).flatMap((other): Candidate[] =>
      other.grade === one.grade && !isSamePart(other.part, one.part)
        ? [
            {
              grade: Math.max(1, one.grade - 1),
              before: worseOf(one.before, other.before),
              deciding: [one, other],
            },
          ]
        : [],
    ),
    { grade: one.grade, before: one.before, deciding: [one] },
  ]);
  const worthOf = ({ grade, before }: Candidate): Fen => paysFen(grade) - paysFen(before);
  const [first, ...others] = candidates;
  if (!first) return null;
  const best = others.reduce((top, next) => (worthOf(next) > worthOf(top) ? next : top), first);
  return { ...best, rated: worsened.map(({ part, grade }) => ({ part, grade })) };
};
