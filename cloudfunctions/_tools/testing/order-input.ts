import type { InputOf } from '../../../shared/contract/contract';
import type { MemberInput } from '../../../shared/household/member.schema';
import type { buyCover } from '../../../shared/order/buy-cover.contract';
import type { Strokes } from '../../../shared/order/order.schema';

/** A signature that a person might write. */
export const SIGNATURE: Strokes = [
  Array.from({ length: 12 }, (_, step) => [20 + step * 8, 40 + (step % 3) * 6, step * 16]),
  Array.from({ length: 8 }, (_, step) => [60 + step * 5, 30 + step * 4, 300 + step * 16]),
];

interface ShownPlan {
  readonly id: string;
  readonly version: number;
  readonly priceFen: number;
  readonly documents: readonly { readonly id: string; readonly version: string; readonly sha256: string }[];
}

/** What a family sends after reading, confirming and signing everything. */
export const inputFor = (
  family: { readonly members: readonly MemberInput[]; readonly phone?: string },
  plan: ShownPlan,
  referralCode: string,
  requestId: string,
): InputOf<typeof buyCover> => ({
  requestId,
  referralCode,
  planId: plan.id,
  planVersion: plan.version,
  priceFen: plan.priceFen,
  members: [...family.members],
  phone: family.phone ?? '13850800000',
  confirmations: plan.documents.map(({ id, version, sha256 }) => ({ documentId: id, version, sha256 })),
  signatures: family.members.flatMap(({ relation }, memberIndex) =>
    relation === 'self' || relation === 'spouse' ? [{ memberIndex, strokes: SIGNATURE }] : [],
  ),
});
