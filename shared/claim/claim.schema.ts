import { z } from '../zod';
import { fen } from '../money/fen';
import { chinaDay, epochMs, type EpochMs } from '../time/china-day';
import { regionCode } from '../region/region.schema';
import { staffRole, type Role } from '../identity/role';
import { assessmentFacts, statement } from './assessment.schema';
import { claimState, mayMove, type ClaimState } from './claim-state';

/** What happened to the person. Source: domain R13. */
export const claimKind = z.enum(['medical', 'disability', 'death']);
export type ClaimKind = z.infer<typeof claimKind>;
export const CLAIM_KIND_WORDS: Readonly<Record<ClaimKind, string>> = {
  medical: '看病花了钱（医疗）',
  disability: '落下残疾（伤残）',
  death: '人不在了（身故）',
};

export const accidentCause = z.enum(['traffic', 'fall', 'farmWork', 'burn', 'animal', 'drowning', 'other']);
export type AccidentCause = z.infer<typeof accidentCause>;
export const ACCIDENT_CAUSE_WORDS: Readonly<Record<AccidentCause, string>> = {
  traffic: '交通事故',
  fall: '摔倒、坠落',
  farmWork: '干活受伤',
  burn: '烧伤、烫伤、触电',
  animal: '动物咬伤',
  drowning: '溺水',
  other: '其他意外',
};

/** Where the money goes. Sealed by the store. */
export const bankAccount = z.strictObject({
  holder: z.string(),
  number: z.string(),
  bank: z.string(),
});

/** A photo kept after checks, without EXIF, under its content hash. */
const claimPhoto = z.strictObject({
  fileId: z.string(),
  sha256: z.string(),
  bytes: z.int(),
});

/** One step of the claim, as it happened. */
export const claimStep = z.strictObject({
  state: claimState,
  at: epochMs,
  by: z.strictObject({ role: z.union([staffRole, z.literal('member')]), staffId: z.nullable(z.string()) }),
  reason: z.nullable(z.string()),
});
export type ClaimStep = z.infer<typeof claimStep>;

export const claim = z.strictObject({
  /** Derived from openid and request id: double taps land on the same claim. */
  id: z.string(),
  /** What the family reads out on the phone. */
  number: z.string(),
  householdId: z.string(),
  openid: z.string(),
  regionCode,
  /** The village's county: one insurer serves it. Source: domain R31. */
  countyCode: z.string(),
  policyId: z.string(),
  personKey: z.string(),
  kind: claimKind,
  cause: accidentCause,
  accidentAt: epochMs,
  /** Personal: sealed by the store. */
  place: z.string(),
  description: z.string(),
  personName: z.string(),
  account: bankAccount,
  photos: z.array(claimPhoto),
  state: claimState,
  /** Goes up with every change; a desk that saves over a newer version is refused. */
  version: z.int().check(z.gte(1)),
  steps: z.array(claimStep).check(z.minLength(1)),
  /** The handler's recorded decision; clear until told otherwise. Source: domain R15. */
  complexity: z.enum(['clear', 'disputed']),
  promise: z.strictObject({ day: chinaDay, provisional: z.boolean() }),
  handlerId: z.nullable(z.string()),
  assessorId: z.nullable(z.string()),
  approverId: z.nullable(z.string()),
  facts: z.nullable(assessmentFacts),
  statement: z.nullable(statement),
  reportedAt: epochMs,
  paidFen: fen,
  paidAt: z.nullable(epochMs),
});
export type Claim = z.infer<typeof claim>;

/** Who moves a claim. */
export interface Mover {
  readonly role: Role & ClaimStep['by']['role'];
  readonly staffId: string | null;
}

/**
 * Moves a claim along a legal transition and writes the step; undefined when the move is not legal for this role, which
 * the operation answers as CLAIM_STATE_WRONG.
 */
export const moveClaim = (
  from: Claim,
  to: ClaimState,
  move: { at: EpochMs; by: Mover; reason?: string | undefined },
  changes: Partial<Claim> = {},
): Claim | undefined => {
  if (!mayMove(from.state, to, move.by.role)) return undefined;
  const step: ClaimStep = { state: to, at: move.at, by: { ...move.by }, reason: move.reason ?? null };
  return { ...from, ...changes, state: to, version: from.version + 1, steps: [...from.steps, step] };
};
