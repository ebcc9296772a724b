import { accidentCause, claimKind } from '../claim/claim.schema';
import { regionCode } from '../region/region.schema';
import { chinaDay, DAY_MS, epochMs, type EpochMs } from '../time/china-day';
import { z } from '../zod';

/** How long a family has to look at what a specialist filled in. */
export const ASSISTANCE_DAYS = 7;

/** When what is filled in now runs out. */
export const assistanceEndOf = (openedAt: EpochMs): EpochMs => openedAt + ASSISTANCE_DAYS * DAY_MS;

/** What a specialist may fill in of a report: no account, no paper. Source: domain R40. */
export const assistedReport = z.strictObject({
  kind: claimKind,
  cause: accidentCause,
  accidentDay: chinaDay,
  /** `HH:mm`, China time. */
  accidentTime: z.string(),
  place: z.string(),
  description: z.string(),
});

/** `confirmed`: the family sent it · `declined`: it did not want it · `withdrawn`: the specialist took it back. */
const assistanceState = z.enum(['waiting', 'confirmed', 'declined', 'withdrawn']);

/** A report that a specialist began at a family's side; the family sends it or does not. Source: domain R40. */
export const assistance = z.strictObject({
  /** Derived from the specialist's openid and the request: double taps land on the same record. */
  id: z.string(),
  staffId: z.string(),
  /** The village of the policy. */
  regionCode,
  policyId: z.string(),
  personIndex: z.int(),
  /** Personal: sealed by the store. */
  personName: z.string(),
  report: assistedReport,
  state: assistanceState,
  openedAt: epochMs,
  /** From then on nobody can send it. */
  expiresAt: epochMs,
  /** When it left `waiting`. */
  settledAt: z.nullable(epochMs),
  /** What the family sent. */
  claimId: z.nullable(z.string()),
});
export type Assistance = z.infer<typeof assistance>;

/** As people are told; running out is a matter of the clock, so it is never stored. */
export const assistanceStanding = z.enum([...assistanceState.options, 'expired']);
export type AssistanceStanding = z.infer<typeof assistanceStanding>;

export const standingAt = (
  { state, expiresAt }: Pick<Assistance, 'state' | 'expiresAt'>,
  now: EpochMs,
): AssistanceStanding => (state === 'waiting' && now >= expiresAt ? 'expired' : state);
