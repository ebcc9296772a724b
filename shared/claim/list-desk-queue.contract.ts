import { contract } from '../contract/contract';
import { z } from '../zod';
import { chinaDay } from '../time/china-day';
import { staffRole } from '../identity/role';
import { queueRow } from './case-view';
import { TURNS } from './claim-state';

/** Cases in one page of the queue. */
export const QUEUE_PAGE = 50;

/** A place in the queue: green channel, day due, time of the report, claim. */
const place = z
  .string()
  .check(z.regex(/^[01]\|\d{4}-\d{2}-\d{2}\|\d{13}\|clm_[a-z0-9]{20,40}$/, '页码不对，请刷新列表。'));

/**
 * The cases of the caller's counties that wait for the desk, a page at a time: the green channel first, then what is due
 * first. Source: domain R15, R19.
 */
export const listDeskQueue = contract({
  name: 'listDeskQueue',
  function: 'desk',
  input: z.strictObject({
    /** Whose turn it is; left out: the caller's own. */
    turn: z.optional(z.enum(TURNS)),
    /** What the page before answered as `next`. */
    after: z.optional(place),
  }),
  output: z.strictObject({
    today: chinaDay,
    /** Of the desk, anywhere: whose turns are the caller's own, and what it is shown first. */
    roles: z.array(staffRole),
    rows: z.array(queueRow),
    /** Where the next page begins; null on the last. */
    next: z.nullable(z.string()),
  }),
  errors: [],
});
