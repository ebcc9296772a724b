import { z } from '../zod';
import { epochMs, MINUTE_MS, type EpochMs } from '../time/china-day';

/** For how long after its last sign a colleague still counts as having a case open (ms). */
export const ATTENDS_MS = 2 * MINUTE_MS;

/** Which colleagues have a case open, and when each gave the last sign of it; one record for each case. */
export const attendance = z.strictObject({
  /** The case's. */
  id: z.string(),
  colleagues: z.array(z.strictObject({ staffId: z.string(), at: epochMs })),
});
export type Attendance = z.infer<typeof attendance>;

/** A case's record after a sign of one colleague; whoever has been silent for too long is left out. */
export const withSign = (
  known: Attendance | undefined,
  { caseId, staffId, at }: { readonly caseId: string; readonly staffId: string; readonly at: EpochMs },
): Attendance => {
  const others = (known?.colleagues ?? []).filter(
    (colleague) => colleague.staffId !== staffId && at - colleague.at < ATTENDS_MS,
  );
  return { id: caseId, colleagues: [...others, { staffId, at }] };
};
