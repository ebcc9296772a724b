import { z } from '../zod';
import { fen } from '../money/fen';
import { chinaDay, epochMs, type EpochMs } from '../time/china-day';
import { regionCode } from '../region/region.schema';
import { assessmentFacts, statement } from './assessment.schema';
import { claimMover, claimState, mayMove, type ClaimMover, type ClaimState } from './claim-state';
import { paperKey } from './paper-key';

/** What happened to the person, as the family names it. Source: domain R13. */
export const claimKind = z.enum(['medical', 'allowance', 'disability', 'death', 'illness']);
export type ClaimKind = z.infer<typeof claimKind>;
export const CLAIM_KIND_WORDS: Readonly<Record<ClaimKind, string>> = {
  medical: '看病花了钱（医疗）',
  allowance: '住院补贴（津贴）',
  disability: '落下残疾（伤残）',
  death: '人不在了（身故）',
  illness: '得了重病（重大疾病）',
};

export const accidentCause = z.enum([
  'traffic',
  'fall',
  'farmWork',
  'burn',
  'animal',
  'drowning',
  'illness',
  'other',
]);
export type AccidentCause = z.infer<typeof accidentCause>;
export const ACCIDENT_CAUSE_WORDS: Readonly<Record<AccidentCause, string>> = {
  traffic: '交通事故',
  fall: '摔倒、坠落',
  farmWork: '干活受伤',
  burn: '烧伤、烫伤、触电',
  animal: '动物咬伤',
  drowning: '溺水',
  illness: '生病，不是意外',
  other: '其他意外',
};

/** Where money goes. Sealed by the store. */
export const bankAccount = z.strictObject({
  holder: z.string(),
  number: z.string(),
  bank: z.string(),
});

/** What a payee is to the insured person. Source: domain R13, R26. */
export const payeeRelation = z.enum(['self', 'guardian', 'beneficiary', 'heir']);

/**
 * Somebody who is paid, with an account of their own. The money is split in proportion to the weights, in whole fen that
 * add up; one payee alone has all of it. Source: domain R26.
 */
export const payee = z.strictObject({
  relation: payeeRelation,
  account: bankAccount,
  weight: z.int().check(z.gte(1), z.lte(10_000)),
  /** SHA-256 of the paper that proves the relation; null where none is needed. */
  proof: z.nullable(z.string()),
});
export type Payee = z.infer<typeof payee>;

/** A photo or voice note kept after checks, without metadata, under its content's hash. */
const claimPaper = z.strictObject({
  fileId: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  /** When it came: with the report, or later. */
  at: epochMs,
});

/** One step of the claim, as it happened. */
export const claimStep = z.strictObject({
  state: claimState,
  at: epochMs,
  by: z.strictObject({ role: claimMover, staffId: z.nullable(z.string()) }),
  reason: z.nullable(z.string()),
});
export type ClaimStep = z.infer<typeof claimStep>;

/** A paper that was asked for: a standard one, or another by its name; and what came of it. Source: domain R13, R17. */
export const askedPaper = z.strictObject({
  paper: z.nullable(paperKey),
  /** In the family's words. */
  called: z.string(),
  /** SHA-256 of the photos that the family sent for it. */
  photos: z.array(z.string()),
});
export type AskedPaper = z.infer<typeof askedPaper>;

/** One complete notice of missing papers; a second one needs a supervisor's reason. Source: domain R17. */
const papersNotice = z.strictObject({
  at: epochMs,
  staffId: z.string(),
  /** What is missing, complete, each once. */
  papers: z.array(askedPaper),
  /** Of a second one: who let it be, and why. */
  allowedBy: z.nullable(z.strictObject({ staffId: z.string(), reason: z.string() })),
  /** When the papers came; null while the clock stands. */
  answeredAt: z.nullable(epochMs),
});

/** Time that no clock counts: from a notice until the papers came. Source: domain R17. */
export const clockPause = z.strictObject({ from: epochMs, until: z.nullable(epochMs), reason: z.string() });
export type ClockPause = z.infer<typeof clockPause>;

/** A second opinion on a disputed case, or on a death without consent. Source: domain R26. */
const panel = z.strictObject({
  openedAt: epochMs,
  openedBy: z.string(),
  reason: z.string(),
  votes: z.array(
    z.strictObject({
      staffId: z.string(),
      choice: z.enum(['pay', 'refuse']),
      reason: z.string(),
      at: epochMs,
    }),
  ),
  /** Set when a majority has spoken. */
  outcome: z.nullable(z.enum(['pay', 'refuse'])),
});

/** The certain part, paid before the whole is decided. Source: domain R16. */
const advance = z.strictObject({
  facts: assessmentFacts,
  statement,
  proposedBy: z.string(),
  proposedAt: epochMs,
  reason: z.string(),
  /** Null while the second person has not agreed. */
  approvedBy: z.nullable(z.string()),
  approvedAt: z.nullable(epochMs),
});

/** `warned`: due soon · `escalated`: the date has passed · `advanceDue`: day 60 comes near without a decision. */
export const claimAlarm = z.enum(['none', 'warned', 'escalated', 'advanceDue']);

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
  /** Every policy that answers on that day, the family's own first: they are decided together. Source: domain R10. */
  policyIds: z.array(z.string()).check(z.minLength(1)),
  personKey: z.string(),
  kind: claimKind,
  cause: accidentCause,
  /** Of an illness: noon of the day of diagnosis. */
  accidentAt: epochMs,
  /** Personal: sealed by the store. */
  place: z.string(),
  description: z.string(),
  personName: z.string(),
  payees: z.array(payee).check(z.minLength(1)),
  papers: z.array(claimPaper),
  /** A spoken account instead of, or beside, the words. */
  voice: z.nullable(claimPaper),
  /** The specialist who opened it for the family; null when the family did. Source: domain R40. */
  assistedBy: z.nullable(z.string()),
  state: claimState,
  /** Goes up with every change; a desk that saves over a newer version is refused. */
  version: z.int().check(z.gte(1)),
  steps: z.array(claimStep).check(z.minLength(1)),
  /** The handler's recorded decision; clear until told otherwise. Source: domain R15. */
  complexity: z.enum(['clear', 'disputed']),
  /** The family's date: the earlier of promise and law. Source: domain R16. */
  promise: z.strictObject({ day: chinaDay, provisional: z.boolean() }),
  /** From when that date is counted: the report, or an objection, or when the case was opened again. */
  clockFrom: epochMs,
  pauses: z.array(clockPause),
  /** Why this case comes before others; null: it does not. Source: domain R19. */
  greenChannel: z.nullable(z.strictObject({ reason: z.string(), staffId: z.nullable(z.string()) })),
  alarm: claimAlarm,
  /** When the clock looks at it next; null: nothing is due. */
  nextLookAt: z.nullable(epochMs),
  /** Whose turn it is at the desk, and its place there; null: nobody's. */
  turn: z.nullable(z.enum(['handler', 'approver', 'cashier'])),
  queueKey: z.nullable(z.string()),
  notices: z.array(papersNotice),
  /** A supervisor lets one more notice be sent, and why; used up by it. Source: domain R17. */
  noticeAllowed: z.nullable(z.strictObject({ staffId: z.string(), reason: z.string() })),
  handlerId: z.nullable(z.string()),
  assessorId: z.nullable(z.string()),
  /** Everybody who assessed or took an earlier decision: a different handler reviews. Source: domain R22. */
  pastAssessorIds: z.array(z.string()),
  approverId: z.nullable(z.string()),
  facts: z.nullable(assessmentFacts),
  /** By what photos and invoices of this claim are known again in another of the county; keyed, so nothing is readable. */
  marks: z.array(z.string()),
  statement: z.nullable(statement),
  /** What this claim has drawn from its policies and not released, or borne of a deductible though nothing is paid; null: nothing. */
  drawn: z.nullable(statement),
  advance: z.nullable(advance),
  panel: z.nullable(panel),
  /** The family's one objection. Source: domain R22. */
  objection: z.nullable(z.strictObject({ at: epochMs, reason: z.string() })),
  rating: z.nullable(
    z.strictObject({ stars: z.int().check(z.gte(1), z.lte(5)), words: z.string(), at: epochMs }),
  ),
  reportedAt: epochMs,
  /** Everything ordered to be paid so far, advances among it; a new decision pays what is more. */
  orderedFen: fen,
  /** Payments of the decision that stands, one for each payee. */
  payoutIds: z.array(z.string()),
  /** Everything that reached the payees, advances among it. */
  paidFen: fen,
  paidAt: z.nullable(epochMs),
});
export type Claim = z.infer<typeof claim>;

/** When a claim last came into one of these states; undefined: never. */
export const lastStepIn = (
  { steps }: Pick<Claim, 'steps'>,
  ...states: readonly ClaimState[]
): ClaimStep | undefined => steps.filter(({ state }) => states.includes(state)).pop();

/**
 * As what a case goes on that waited: in hand, or still to be registered, with the decision whether it is clear, where it
 * was not before. Source: domain R15.
 */
export const goesOnAs = (claim: Pick<Claim, 'steps'>): 'registered' | 'accepted' =>
  lastStepIn(claim, 'registered') ? 'registered' : 'accepted';

/** Whether the certain part was paid, or ordered to be, in advance. */
export const isAdvanced = ({ advance }: Pick<Claim, 'advance'>): boolean =>
  advance !== null && advance.approvedBy !== null;

/** Whether what was drawn is no money: nothing at all, or a deductible that the family bore itself. */
export const paysNothing = (drawn: Claim['drawn']): boolean => drawn === null || drawn.totalFen === 0;

/** Whether a claim is over without anything having been paid or promised. */
export const cameToNothing = ({ state, drawn }: Pick<Claim, 'state' | 'drawn'>): boolean =>
  state === 'refused' || state === 'withdrawn' || (state === 'closed' && paysNothing(drawn));

/** Who moves a claim. */
export interface Mover {
  readonly role: ClaimMover;
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
