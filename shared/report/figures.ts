import { z } from '../zod';
import { epochMs } from '../time/china-day';
import { regionChain, regionCode } from '../region/region.schema';

/** What can be counted; money in fen. Source: domain R33–R35. */
export const tally = z.strictObject({
  households: z.int(),
  insured: z.int(),
  /** Falls when a policy is cancelled, in the month of that. */
  premiumFen: z.int(),
  /** Policies that their household has looked at. Source: domain R36, R42. */
  policiesOpened: z.int(),
  claimsReported: z.int(),
  claimsPaid: z.int(),
  paidFen: z.int(),
});
export type Tally = z.infer<typeof tally>;

export const EMPTY_TALLY: Tally = {
  households: 0,
  insured: 0,
  premiumFen: 0,
  policiesOpened: 0,
  claimsReported: 0,
  claimsPaid: 0,
  paidFen: 0,
};

/** One policy or claim event, written in the transaction that caused it; folded into figures exactly once. */
export const figureEvent = z.strictObject({
  /** Derived from what happened. */
  id: z.string(),
  kind: z.enum(['policyIssued', 'policyOpened', 'policyCancelled', 'claimReported', 'claimPaid']),
  subject: z.string(),
  /** The village. */
  regionCode,
  /** `YYYY-MM` in China. */
  month: z.string(),
  at: epochMs,
  adds: tally,
  folded: z.boolean(),
});
export type FigureEvent = z.infer<typeof figureEvent>;

/** The tally of one region in one month. */
export const figure = z.strictObject({
  /** Region code and month. */
  id: z.string(),
  regionCode,
  month: z.string(),
  tally,
});
export type Figure = z.infer<typeof figure>;

export const figureId = (region: string, month: string): string => `${region}_${month}`;

export const addTallies = (one: Tally, other: Tally): Tally => ({
  households: one.households + other.households,
  insured: one.insured + other.insured,
  premiumFen: one.premiumFen + other.premiumFen,
  policiesOpened: one.policiesOpened + other.policiesOpened,
  claimsReported: one.claimsReported + other.claimsReported,
  claimsPaid: one.claimsPaid + other.claimsPaid,
  paidFen: one.paidFen + other.paidFen,
});

/** What an event adds, region by region: its village and every region above, so that each level adds up. Source: domain R33. */
export const contributionsOf = (event: FigureEvent): { regionCode: string; month: string; tally: Tally }[] =>
  regionChain(event.regionCode).map((code) => ({ regionCode: code, month: event.month, tally: event.adds }));
