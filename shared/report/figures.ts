import { z } from '../zod';
import { sumOf } from '../money/fen';
import type { Payer, PayerKind } from '../order/payer.schema';
import { epochMs } from '../time/china-day';
import { regionChain, regionCode } from '../region/region.schema';

/** What can be counted; money in fen. Source: domain R33–R35. */
export const tally = z.strictObject({
  households: z.int(),
  insured: z.int(),
  /** Falls when a policy is cancelled, in the month of that. */
  premiumFen: z.int(),
  /** What of it others paid than the families; the rest is the families' own. Source: domain R34. */
  governmentFen: z.int(),
  employerFen: z.int(),
  donorFen: z.int(),
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
  governmentFen: 0,
  employerFen: 0,
  donorFen: 0,
  policiesOpened: 0,
  claimsReported: 0,
  claimsPaid: 0,
  paidFen: 0,
};

/** One policy or claim event, written in the transaction that caused it; folded into figures exactly once. */
export const figureEvent = z.strictObject({
  /** Derived from what happened. */
  id: z.string(),
  kind: z.enum([
    'policyIssued',
    'policyOpened',
    'policyExtended',
    'policyCancelled',
    'claimReported',
    'claimPaid',
  ]),
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
  governmentFen: one.governmentFen + other.governmentFen,
  employerFen: one.employerFen + other.employerFen,
  donorFen: one.donorFen + other.donorFen,
  policiesOpened: one.policiesOpened + other.policiesOpened,
  claimsReported: one.claimsReported + other.claimsReported,
  claimsPaid: one.claimsPaid + other.claimsPaid,
  paidFen: one.paidFen + other.paidFen,
});

const paidBy = (payers: readonly Payer[], payer: PayerKind): number =>
  sumOf(payers.filter(({ kind }) => kind === payer).map(({ amountFen }) => amountFen));

/** Premium by who paid it; with `-1` what a cancellation takes from it again. Source: domain R34. */
export const premiumTally = (
  payers: readonly Payer[],
  sign: 1 | -1 = 1,
): Pick<Tally, 'premiumFen' | 'governmentFen' | 'employerFen' | 'donorFen'> => {
  // Never −0, which is stored as another number than 0.
  const signed = (amountFen: number): number => (amountFen === 0 ? 0 : sign * amountFen);
  return {
    premiumFen: signed(sumOf(payers.map(({ amountFen }) => amountFen))),
    governmentFen: signed(paidBy(payers, 'government')),
    employerFen: signed(paidBy(payers, 'employer')),
    donorFen: signed(paidBy(payers, 'donor')),
  };
};

/** What an event adds, region by region: its village and every region above, so that each level adds up. Source: domain R33. */
export const contributionsOf = (event: FigureEvent): { regionCode: string; month: string; tally: Tally }[] =>
  regionChain(event.regionCode).map((code) => ({ regionCode: code, month: event.month, tally: event.adds }));
