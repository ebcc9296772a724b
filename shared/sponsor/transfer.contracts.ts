import { contract } from '../contract/contract';
import { requestId, rosterId } from '../contract/fields';
import { characters } from '../contract/words';
import { fen } from '../money/fen';
import { rosterState, sponsor } from '../roster/roster.schema';
import { chinaDay, epochMs } from '../time/china-day';
import { z } from '../zod';

const count = z.int().check(z.gte(0));

/** A roster whose sponsor pays, as the desk sees it: what is due, what came, what became of it. */
export const sponsoredRosterView = z.strictObject({
  rosterId: z.string(),
  sponsor,
  planName: z.string(),
  fileName: z.string(),
  uploadedAt: epochMs,
  state: rosterState,
  households: count,
  people: count,
  /** True when the families pay nothing themselves. */
  isFullGift: z.boolean(),
  /** What the sponsor must pay for all its households. */
  dueFen: fen,
  transfer: z.nullable(
    z.strictObject({
      amountFen: fen,
      reference: z.string(),
      receivedDay: chinaDay,
      recordedBy: z.string(),
      recordedAt: epochMs,
      /** Whether the caller recorded it, and so may not confirm it. */
      isOwn: z.boolean(),
      confirmedBy: z.nullable(z.string()),
      confirmedAt: z.nullable(epochMs),
    }),
  ),
  /** Households by what became of them. */
  issued: count,
  pledged: count,
  skipped: count,
  money: z.strictObject({
    pledgedFen: fen,
    usedFen: fen,
    returnedFen: fen,
    /** What belongs to the sponsor: received, neither promised nor used, or back from cancelled policies. */
    restFen: fen,
  }),
});
export type SponsoredRosterView = z.infer<typeof sponsoredRosterView>;

const answer = z.strictObject({ roster: sponsoredRosterView });

/** Rosters whose sponsors pay, those to do something about first. */
export const listSponsoredRosters = contract({
  name: 'listSponsoredRosters',
  function: 'desk',
  input: z.strictObject({}),
  output: z.strictObject({ today: chinaDay, rosters: z.array(sponsoredRosterView) }),
  errors: [],
});

/** One person enters the sponsor's transfer as the bank statement has it; entering it again corrects it until it is confirmed. */
export const recordTransfer = contract({
  name: 'recordTransfer',
  function: 'desk',
  input: z.strictObject({
    requestId,
    rosterId,
    amountFen: fen,
    reference: characters({ min: 4, max: 64, missing: '请填写银行流水号（至少 4 位）。' }),
    receivedDay: chinaDay,
  }),
  output: answer,
  errors: [
    'ROSTER_NOT_FOUND',
    'TRANSFER_STATE_WRONG',
    'TRANSFER_TOO_LITTLE',
    'TRANSFER_DAY_WRONG',
    'TRANSFER_USED',
  ],
});

/** Another person confirms it against the statement. */
export const confirmTransfer = contract({
  name: 'confirmTransfer',
  function: 'desk',
  input: z.strictObject({
    requestId,
    rosterId,
    /** What the person saw; only compared, never taken. */
    amountFen: fen,
    reference: characters({ min: 4, max: 64, missing: '请填写银行流水号（至少 4 位）。' }),
  }),
  output: answer,
  errors: [
    'ROSTER_NOT_FOUND',
    'TRANSFER_STATE_WRONG',
    'TRANSFER_OWN',
    'TRANSFER_CHANGED',
    'TRANSFER_TOO_LITTLE',
    'TRANSFER_USED',
  ],
});

/** Starts issuing for a funded roster, halts it, and goes on. */
export const steerIssuing = contract({
  name: 'steerIssuing',
  function: 'desk',
  input: z.strictObject({ requestId, rosterId, to: z.enum(['issuing', 'paused']) }),
  output: answer,
  errors: ['ROSTER_NOT_FOUND', 'ROSTER_STATE_WRONG'],
});

/** Households of a roster that got nothing, each with the reason, in the file's order; the first ones of a long list. */
export const listSkipped = contract({
  name: 'listSkipped',
  function: 'desk',
  input: z.strictObject({ rosterId }),
  output: z.strictObject({
    households: z.array(
      z.strictObject({
        /** What the file calls it, and the row of its first person. */
        number: z.string(),
        row: z.int(),
        /** Masked. */
        holderName: z.string(),
        reason: z.string(),
      }),
    ),
    /** Whether there are others. */
    hasMore: z.boolean(),
  }),
  errors: ['ROSTER_NOT_FOUND'],
});
