import { contract } from '../contract/contract';
import { differenceId, requestId, shortReason } from '../contract/fields';
import { chinaDay, epochMs } from '../time/china-day';
import { z } from '../zod';
import { billDay, storedDifference } from './bill.schema';

/** A day as the cashier sees it. */
const billDayView = z.omit(billDay, { id: true, settled: true });
export type BillDayView = z.infer<typeof billDayView>;

const { id: _id, ending: _ending, ...found } = storedDifference.shape;

/** A difference as the cashier sees it; nothing in it tells of a person. */
const differenceView = z.strictObject({
  ...found,
  differenceId: z.string(),
  /** Whole days since it was found. */
  ageDays: z.int().check(z.gte(0)),
  /** Null while it is open; without a name it went away by itself. */
  ending: z.nullable(
    z.strictObject({ at: epochMs, name: z.nullable(z.string()), reason: z.nullable(z.string()) }),
  ),
});
export type DifferenceView = z.infer<typeof differenceView>;

/**
 * The last days' bills against our books, newest first, and their differences: open ones first, the oldest on top. The
 * insurer has one merchant account, so every cashier sees all of it. Source: domain R31.
 */
export const listBillDays = contract({
  name: 'listBillDays',
  function: 'desk',
  input: z.strictObject({}),
  output: z.strictObject({
    days: z.array(billDayView),
    /** Days whose bill should be there and has not been compared yet. */
    waiting: z.array(chinaDay),
    differences: z.array(differenceView),
  }),
  errors: [],
});

/** A cashier has cleared a difference outside, and says how. */
export const closeDifference = contract({
  name: 'closeDifference',
  function: 'desk',
  input: z.strictObject({ requestId, differenceId, reason: shortReason }),
  output: z.strictObject({ difference: differenceView }),
  errors: ['DIFFERENCE_NOT_FOUND', 'DIFFERENCE_CLOSED', 'OWN_HOUSEHOLD'],
});
