import { regionCode } from '../region/region.schema';
import {
  addDays,
  chinaDay,
  chinaDayOf,
  epochMs,
  instantAt,
  type ChinaDay,
  type EpochMs,
} from '../time/china-day';
import { z } from '../zod';

/** Within how many calendar days a complaint is answered. Source: domain R22. */
export const COMPLAINT_DAYS = 15;

/** The last day for an answer. Source: domain R22. */
export const complaintDueDay = (raisedAt: EpochMs): ChinaDay => addDays(chinaDayOf(raisedAt), COMPLAINT_DAYS);

/** `told`: the supervisors know of it · `warned`: due in three days · `escalated`: the day has passed. */
export const complaintAlarm = z.enum(['none', 'told', 'warned', 'escalated']);
export type ComplaintAlarm = z.infer<typeof complaintAlarm>;

/** A complaint's place: it sorts by the day due, then by when it was raised. */
export const complaintKey = ({
  dueDay,
  raisedAt,
  id,
}: {
  readonly dueDay: ChinaDay;
  readonly raisedAt: EpochMs;
  readonly id: string;
}): string => `${dueDay}|${String(raisedAt).padStart(13, '0')}|${id}`;

export const complaintState = z.enum(['open', 'answered']);

/** What a complaint is about: a claim of the family's, or a policy. */
export const complaintKind = z.enum(['claim', 'policy']);

/** A family says that something went wrong; a supervisor answers. Source: domain R22. */
export const complaint = z.strictObject({
  /** Derived from what it is about and how many there were before: one at a time. */
  id: z.string(),
  /** What the family reads out on the phone. */
  number: z.string(),
  householdId: z.string(),
  openid: z.string(),
  regionCode,
  countyCode: z.string(),
  about: z.strictObject({ kind: complaintKind, id: z.string(), number: z.string() }),
  /** Personal: sealed by the store. */
  name: z.string(),
  words: z.string(),
  /** Where the family wants to be called; null: nowhere. */
  phone: z.nullable(z.string()),
  /** Colleagues who had a part in what it is about: they do not answer. */
  involvedIds: z.array(z.string()),
  state: complaintState,
  raisedAt: epochMs,
  dueDay: chinaDay,
  /** Its place among the county's: what is due first, then what was raised first; it never changes. */
  queueKey: z.string(),
  alarm: complaintAlarm,
  /** When the clock looks at it next; null: nothing is due. */
  nextLookAt: z.nullable(epochMs),
  /** The words are sealed with it. */
  answer: z.nullable(z.strictObject({ staffId: z.string(), at: epochMs, words: z.string() })),
});
export type Complaint = z.infer<typeof complaint>;

const TOLD_AT = '08:00';
const WARNED_DAYS_BEFORE = 3;

/** What the desk should have been told of an open complaint by now, and when there is more to tell. Source: domain R22. */
export const complaintClock = (
  dueDay: ChinaDay,
  now: EpochMs,
): { alarm: Exclude<ComplaintAlarm, 'none'>; nextLookAt: EpochMs | null } => {
  const warnAt = instantAt(addDays(dueDay, -WARNED_DAYS_BEFORE), TOLD_AT);
  const escalateAt = instantAt(addDays(dueDay, 1), TOLD_AT);
  if (now >= escalateAt) return { alarm: 'escalated', nextLookAt: null };
  if (now >= warnAt) return { alarm: 'warned', nextLookAt: escalateAt };
  return { alarm: 'told', nextLookAt: warnAt };
};
