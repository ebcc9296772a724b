import { z } from '../zod';
import { member } from '../household/member.schema';
import { fen } from '../money/fen';
import { regionCode } from '../region/region.schema';
import { chinaDay, epochMs } from '../time/china-day';

/**
 * The life of a roster. It is checked in slices (`checking`), which may be given up; when all rows were looked at (`checked`) a person keeps
 * the households without a fault (`accepted`) or sends all of it back (`refused`). The sponsor's transfer makes it
 * `funded`; then policies are issued in batches that may be `paused`. The same file sent again after a refusal is
 * checked anew. Source: domain R11.
 */
export const rosterState = z.enum([
  'checking',
  'checked',
  'refused',
  'accepted',
  'funded',
  'issuing',
  'paused',
  'issued',
]);
export type RosterState = z.infer<typeof rosterState>;

export const ROSTER_TRANSITIONS: Readonly<Record<RosterState, readonly RosterState[]>> = {
  checking: ['checked', 'refused'],
  checked: ['accepted', 'refused'],
  refused: ['checking'],
  accepted: ['funded', 'refused'],
  funded: ['issuing'],
  issuing: ['paused', 'issued'],
  paused: ['issuing'],
  issued: [],
};

/** Who pays for a roster. Source: domain R11. */
export const sponsorKind = z.enum(['government', 'employer', 'donor']);
export type SponsorKind = z.infer<typeof sponsorKind>;

export const sponsor = z.strictObject({ kind: sponsorKind, name: z.string() });
export type Sponsor = z.infer<typeof sponsor>;

/** A person of staff who acted. */
const actor = z.strictObject({ staffId: z.string(), name: z.string() });

/** The sponsor's bank transfer: recorded by one person, confirmed by another. Source: domain R11, R20. */
const rosterTransfer = z.strictObject({
  amountFen: fen,
  /** What the bank statement calls it. */
  reference: z.string(),
  receivedDay: chinaDay,
  recordedBy: actor,
  recordedAt: epochMs,
  confirmedBy: z.nullable(actor),
  confirmedAt: z.nullable(epochMs),
});

const count = z.int().check(z.gte(0));

export const roster = z.strictObject({
  /** Derived from county, plan, sponsor, share and the file's hash: the same upload lands on the same record. */
  id: z.string(),
  countyCode: regionCode,
  planId: z.string(),
  planVersion: z.int(),
  /** The plan's product line. */
  line: z.string(),
  /** The plan's year: the period in which a household takes one share of a class. */
  year: z.int(),
  sponsor,
  /** The sponsor's share of each price unit: of a policy, or of a person where the plan is priced per person. */
  shareFen: fen,
  /** True when the share is the whole price, so that policies are issued without the family paying. */
  isFullGift: z.boolean(),
  /** First day of cover at the earliest; null: the day after the money is confirmed. Source: domain R4. */
  campaignStartDay: z.nullable(chinaDay),
  fileName: z.string(),
  fileSha256: z.string(),
  /** Where the file is kept; null once it is not needed any more: it holds ID numbers. */
  fileId: z.nullable(z.string()),
  uploadedBy: actor,
  uploadedAt: epochMs,
  state: rosterState,
  /** When a timer continues a check that nobody attends; null when it is not being checked. */
  nextCheckAt: z.nullable(epochMs),
  /** How far the check is: rows looked at of those counted at the upload; households, so that it goes on after them. */
  progress: z.strictObject({ rowsDone: count, rowsTotal: count, householdsDone: count, at: epochMs }),
  counts: z.strictObject({
    rows: count,
    households: count,
    goodHouseholds: count,
    goodPeople: count,
    faultyRows: count,
    faults: count,
    insuredAlready: count,
    doubleSubsidies: count,
  }),
  /** Records of good households: numbers 1 to this. Others under this roster are left from an earlier check. */
  batchCount: count,
  /** Records of faults: numbers 1 to this. */
  faultBatchCount: count,
  /** Premium of all good households. */
  premiumFen: fen,
  /** The sponsor's part of it: what the transfer must amount to. */
  dueFen: fen,
  /** The workbook of faults; null while there is none. */
  faultsFileId: z.nullable(z.string()),
  decidedBy: z.nullable(actor),
  decidedAt: z.nullable(epochMs),
  transfer: z.nullable(rosterTransfer),
  /** How far issuing is: batches done, and what became of their households. */
  issuing: z.strictObject({ doneBatches: count, issued: count, pledged: count, skipped: count }),
  /** What became of the transfer; what is left of it belongs to the sponsor. */
  money: z.strictObject({
    /** Promised to households that have no policy from it yet: all that is due from the confirmation on. */
    pledgedFen: fen,
    /** Paid premiums. */
    usedFen: fen,
    /** Came back from cancelled policies. */
    returnedFen: fen,
  }),
});
export type Roster = z.infer<typeof roster>;

/** Moves a roster along a legal transition; throws on an illegal one, which is a fault of ours. */
export const moveRoster = (from: Roster, state: RosterState, changes: Partial<Roster> = {}): Roster => {
  if (!ROSTER_TRANSITIONS[from.state].includes(state)) {
    throw new Error(`illegal roster transition ${from.state} to ${state}`);
  }
  return { ...from, ...changes, state };
};

/** Must-cover groups that townships pay for. Source: domain R11. */
export const MUST_COVER_GROUPS = [
  '二女结扎户',
  '独女领证户',
  '计生特殊家庭',
  '精准扶贫计生户',
  '困难计生家庭',
] as const;

/** A checked household of a roster, ready to be insured. */
export const rosterHousehold = z.strictObject({
  /** What the file calls it. */
  number: z.string(),
  /** Row of its first person in the file. */
  row: z.int().check(z.gte(1)),
  /** The village. */
  regionCode,
  /** A must-cover group, or null. */
  group: z.nullable(z.enum(MUST_COVER_GROUPS)),
  phone: z.nullable(z.string()),
  /** The policyholder (`self`) first. */
  members: z.array(member),
  /** Person key of the policyholder. */
  headKey: z.string(),
  premiumFen: fen,
  /** The sponsor's part of the premium. */
  shareFen: fen,
});
export type RosterHousehold = z.infer<typeof rosterHousehold>;

/** What became of a household when it was issued; null while that has not been tried. */
const rosterOutcome = z.nullable(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('issued'), policyId: z.string() }),
    z.strictObject({ kind: z.literal('pledged'), sponsorshipId: z.string() }),
    z.strictObject({ kind: z.literal('skipped'), reason: z.string() }),
  ]),
);
export type RosterOutcome = z.infer<typeof rosterOutcome>;

/** Households in one record. */
export const BATCH_HOUSEHOLDS = 50;

/** Some good households of a roster and what became of each. */
export const rosterBatch = z.strictObject({
  /** Roster id, dot, number. */
  id: z.string(),
  rosterId: z.string(),
  number: z.int().check(z.gte(1)),
  /** Whether a household waits for its outcome. */
  open: z.boolean(),
  /** Person keys of everybody in it, so that a person on two rosters is found. */
  personKeys: z.array(z.string()),
  /** Personal: sealed by the store. */
  households: z.array(rosterHousehold),
  /** By the households' position; written in the transaction of the policies. */
  outcomes: z.array(rosterOutcome),
});
export type RosterBatch = z.infer<typeof rosterBatch>;

/** The id of a roster's batch, and of its record of faults with that number. */
export const rosterBatchId = (rosterId: string, number: number): string => `${rosterId}.${number}`;

/** Something in the file that stands against a household: where, what, and what to do about it. */
export const rosterFault = z.strictObject({
  /** Row in the file as spreadsheet programs count them, the header among them. */
  row: z.int().check(z.gte(1)),
  /** The column's header. */
  column: z.string(),
  /** What stands there; masked where it is personal. */
  value: z.string(),
  reason: z.string(),
  advice: z.string(),
});
export type RosterFault = z.infer<typeof rosterFault>;

/** Some faults of a roster, in the file's order. */
export const rosterFaultBatch = z.strictObject({
  /** Roster id, dot, number. */
  id: z.string(),
  rosterId: z.string(),
  number: z.int().check(z.gte(1)),
  /** Personal: sealed by the store. */
  faults: z.array(rosterFault),
});
export type RosterFaultBatch = z.infer<typeof rosterFaultBatch>;
