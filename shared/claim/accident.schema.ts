import { z } from '../zod';
import { fen } from '../money/fen';
import type { ClaimKind } from './claim.schema';
import { CLOSED_STATES, type ClaimState } from './claim-state';

/**
 * What one policy knows of one accident of one person: which claim of each kind stands, and how much of the deductible
 * the family has borne. Read and written in the transactions that file and approve, so that two at once cannot both
 * file the same thing, nor both take the deductible.
 */
export const accident = z.strictObject({
  /** Derived from policy, person and China day of the accident. */
  id: z.string(),
  policyId: z.string(),
  /** The newest claim of each kind. */
  claims: z.strictObject({
    medical: z.nullable(z.string()),
    allowance: z.nullable(z.string()),
    disability: z.nullable(z.string()),
    death: z.nullable(z.string()),
    illness: z.nullable(z.string()),
  }),
  /** Deductible borne by approved claims; never above the plan's. Source: domain R9. */
  deductibleBorneFen: fen,
});
export type Accident = z.infer<typeof accident>;

/** Kinds of which more may come of the same accident: bills and stays. A grade, a death, a disease is decided once. */
const MAY_COME_AGAIN: readonly ClaimKind[] = ['medical', 'allowance'];

/**
 * Whether an earlier claim of the same accident and kind stands in the way of a new one: not when it was withdrawn or
 * refused, and not when it is over and later bills or stays come. What is decided once is opened again instead.
 * Source: domain R9.
 */
export const blocksAnother = (kind: ClaimKind, earlier: ClaimState): boolean => {
  if (earlier === 'withdrawn' || earlier === 'refused') return false;
  return !(CLOSED_STATES.includes(earlier) && MAY_COME_AGAIN.includes(kind));
};
