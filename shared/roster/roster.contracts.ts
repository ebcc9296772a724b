import { contract } from '../contract/contract';
import { fileId, planId, requestId, rosterId } from '../contract/fields';
import { words } from '../contract/words';
import { fen } from '../money/fen';
import { chinaDay } from '../time/china-day';
import { z } from '../zod';
import { roster, rosterFault, sponsor, sponsorKind } from './roster.schema';

const { shape } = roster;

/** A roster as the county's manager sees it. */
export const rosterView = z.strictObject({
  id: shape.id,
  planName: z.string(),
  sponsor,
  shareFen: fen,
  isFullGift: shape.isFullGift,
  campaignStartDay: shape.campaignStartDay,
  fileName: shape.fileName,
  uploadedBy: z.string(),
  uploadedAt: shape.uploadedAt,
  state: shape.state,
  rowsDone: z.int(),
  rowsTotal: z.int(),
  counts: shape.counts,
  premiumFen: fen,
  dueFen: fen,
  /** How far issuing is, in households. */
  issuing: z.strictObject({ issued: z.int(), pledged: z.int(), skipped: z.int() }),
  decidedBy: z.nullable(z.string()),
  decidedAt: shape.decidedAt,
});
export type RosterView = z.infer<typeof rosterView>;

/** A plan that somebody else may pay for. */
const sponsoredPlan = z.strictObject({
  id: z.string(),
  name: z.string(),
  priceFen: fen,
  priceUnit: z.enum(['household', 'person']),
  isSample: z.boolean(),
});

/** The county's rosters, newest first, and the plans they can be for. */
export const listRosters = contract({
  name: 'listRosters',
  function: 'staff',
  input: z.strictObject({}),
  output: z.strictObject({ rosters: z.array(rosterView), plans: z.array(sponsoredPlan) }),
  errors: [],
});

/** A workbook to fill in, at a short-lived address. */
export const getRosterTemplate = contract({
  name: 'getRosterTemplate',
  function: 'staff',
  input: z.strictObject({ kind: sponsorKind }),
  output: z.strictObject({ url: z.string() }),
  errors: [],
});

/** Faults that a page shows; the workbook has all. */
export const FAULTS_SHOWN = 50;

/** A roster, how far its check is, and what stands against it. */
export const getRoster = contract({
  name: 'getRoster',
  function: 'staff',
  input: z.strictObject({ rosterId }),
  output: z.strictObject({
    roster: rosterView,
    /** False while a check waits for somebody to go on with it. */
    isAttended: z.boolean(),
    /** The first ones, in the file's order. */
    faults: z.array(rosterFault),
    /** Of the workbook of all faults: short-lived; null while there is none. */
    faultsUrl: z.nullable(z.string()),
  }),
  errors: ['ROSTER_NOT_FOUND'],
});

/**
 * Takes a roster in: a file that lies in the inbox, for a plan and a sponsor. What is no roster is refused at once and
 * nothing is kept; the same file for the same purpose is the same roster.
 */
export const uploadRoster = contract({
  name: 'uploadRoster',
  function: 'staff',
  input: z.strictObject({
    fileId,
    fileName: words({ max: 120, missing: '请选择文件。' }),
    planId,
    sponsor: z.strictObject({
      kind: sponsorKind,
      name: words({ min: 2, max: 60, missing: '请写出资单位的全称。' }),
    }),
    /** Of each price unit. */
    shareFen: fen,
    /** First day of cover at the earliest. */
    campaignStartDay: z.nullable(chinaDay),
    requestId,
  }),
  output: z.strictObject({
    roster: rosterView,
    /** False: this file was uploaded before. */
    isNew: z.boolean(),
  }),
  errors: [
    'PLAN_UNKNOWN',
    'ROSTER_SHARE_WRONG',
    'ROSTER_START_WRONG',
    'ROSTER_FILE_MISSING',
    'ROSTER_FILE_UNREADABLE',
    'ROSTER_COLUMNS_MISSING',
    'ROSTER_SEVERAL',
    'ROSTER_EMPTY',
    'ROSTER_TOO_LONG',
  ],
});

/**
 * Goes on with a roster's check for as long as a call may take, and answers how far it is. Safe to repeat, and at once
 * by several: what is done is done once.
 */
export const checkRoster = contract({
  name: 'checkRoster',
  function: 'staff',
  input: z.strictObject({ rosterId }),
  output: z.strictObject({ roster: rosterView }),
  errors: ['ROSTER_NOT_FOUND', 'ROSTER_FILE_MISSING'],
});

/** The manager keeps the households without a fault, or sends the whole roster back. */
export const decideRoster = contract({
  name: 'decideRoster',
  function: 'staff',
  input: z.strictObject({ rosterId, decision: z.enum(['keepGood', 'refuse']), requestId }),
  output: z.strictObject({ roster: rosterView }),
  errors: ['ROSTER_NOT_FOUND', 'ROSTER_STATE_WRONG', 'ROSTER_NOTHING_GOOD'],
});
