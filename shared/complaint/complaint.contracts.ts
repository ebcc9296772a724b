import { contract } from '../contract/contract';
import { claimId, complaintId, mobilePhone, policyId, requestId } from '../contract/fields';
import { tellingLines } from '../contract/words';
import { chinaDay, epochMs } from '../time/china-day';
import { z } from '../zod';
import { complaintAlarm, complaintKind, complaintState } from './complaint.schema';

const subject = z.strictObject({ kind: complaintKind, id: z.string(), number: z.string() });

/** A complaint as its family sees it. */
const complaintView = z.strictObject({
  complaintId: z.string(),
  complaintNumber: z.string(),
  about: subject,
  words: z.string(),
  state: complaintState,
  raisedAt: epochMs,
  /** The last day for the answer. */
  dueDay: chinaDay,
  answer: z.nullable(z.strictObject({ at: epochMs, words: z.string() })),
});
export type ComplaintView = z.infer<typeof complaintView>;

/** A family complains about a claim or policy of its own; it is answered within fifteen days. Safe to repeat. */
export const complain = contract({
  name: 'complain',
  function: 'household',
  input: z.strictObject({
    requestId,
    about: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('claim'), claimId }),
      z.strictObject({ kind: z.literal('policy'), policyId }),
    ]),
    words: tellingLines({ min: 4, max: 1000, missing: '请写几句，哪里不满意。' }),
    /** Where the family wants to be called. */
    phone: z.nullable(mobilePhone),
  }),
  output: z.strictObject({ complaint: complaintView }),
  errors: ['CLAIM_NOT_FOUND', 'POLICY_NOT_FOUND', 'COMPLAINT_OPEN', 'TOO_MANY_COMPLAINTS'],
});

/** The family's own complaints, newest first. */
export const listMyComplaints = contract({
  name: 'listMyComplaints',
  function: 'household',
  input: z.strictObject({}),
  output: z.strictObject({ today: chinaDay, complaints: z.array(complaintView) }),
  errors: [],
});

/** A complaint as the supervisor sees it. */
const deskComplaint = z.strictObject({
  complaintId: z.string(),
  complaintNumber: z.string(),
  about: subject,
  /** Of the person the claim is about, or of who holds the policy. */
  maskedName: z.string(),
  words: z.string(),
  phone: z.nullable(z.string()),
  state: complaintState,
  raisedAt: epochMs,
  dueDay: chinaDay,
  alarm: complaintAlarm,
  answer: z.nullable(
    z.strictObject({
      at: epochMs,
      words: z.string(),
      /** Null for somebody who is no longer known. */
      staffName: z.nullable(z.string()),
    }),
  ),
  /** Why the caller does not answer it; null: the caller may. */
  notMine: z.nullable(z.enum(['answered', 'ownWork', 'ownHousehold'])),
});
export type DeskComplaint = z.infer<typeof deskComplaint>;

/** Complaints in one page. */
export const COMPLAINTS_PAGE = 50;

/** A place among complaints: day due, time it was raised, complaint. */
const place = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}\|\d{13}\|cmp_[a-z0-9]{20,40}$/, '页码不对，请刷新列表。'));

/**
 * The complaints of the caller's counties, a page at a time: open ones, what is due first on top; or answered ones, the
 * latest on top.
 */
export const listComplaints = contract({
  name: 'listComplaints',
  function: 'desk',
  input: z.strictObject({
    state: complaintState,
    /** What the page before answered as `next`. */
    after: z.optional(place),
  }),
  output: z.strictObject({
    today: chinaDay,
    complaints: z.array(deskComplaint),
    /** Where the next page begins; null on the last. */
    next: z.nullable(z.string()),
  }),
  errors: [],
});

/** A supervisor who had no part in it answers; the family reads the words. Safe to repeat. Source: domain R22. */
export const answerComplaint = contract({
  name: 'answerComplaint',
  function: 'desk',
  input: z.strictObject({
    requestId,
    complaintId,
    words: tellingLines({ min: 4, max: 1000, missing: '请写给家属的答复。' }),
  }),
  output: z.strictObject({ complaint: deskComplaint }),
  errors: ['COMPLAINT_NOT_FOUND', 'COMPLAINT_ANSWERED', 'COMPLAINT_OWN_WORK', 'OWN_HOUSEHOLD'],
});
