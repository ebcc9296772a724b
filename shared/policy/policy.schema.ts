import { z } from '../zod';
import { fen } from '../money/fen';
import { epochMs } from '../time/china-day';
import { regionCode } from '../region/region.schema';
import { member } from '../household/member.schema';
import { payer } from '../order/payer.schema';
import { copies } from '../product/plan.schema';
import { consent } from './consent';

/** A person on a policy. */
export const insured = z.strictObject({
  ...member.shape,
  /** Keyed hash of the ID number: the same person in any household. */
  personKey: z.string(),
  /** The person's share of the accident sum; 0: not covered. Source: domain R3. */
  accidentShareFen: fen,
  /** Death and disability already approved in this period; never above the share. Source: domain R3, R6. */
  accidentPaidFen: fen,
  /** For each day in hospital; 0: not covered. */
  allowancePerDayFen: fen,
  /** Days in hospital already approved in this period; never above the plan's. */
  allowanceDaysPaid: z.int().check(z.gte(0)),
  /** Once, for a listed disease; 0: not covered. */
  illnessSumFen: fen,
  /** Approved of it in this period; never above the sum. */
  illnessPaidFen: fen,
  /** Parts of the body that were rated in this period, at which grade, and what was paid for them. Source: domain R8. */
  ratings: z.array(
    z.strictObject({
      claimId: z.string(),
      accidentAt: epochMs,
      part: z.string(),
      grade: z.int().check(z.gte(1), z.lte(10)),
      partPaidFen: fen,
    }),
  ),
  /** Consent to the sum; null: awaited, and a death claim goes to the panel. Source: domain R26. */
  consent: z.nullable(consent),
});
export type Insured = z.infer<typeof insured>;

/** Of somebody for whom nothing was paid yet. */
export const NOTHING_PAID: Pick<
  Insured,
  'accidentPaidFen' | 'allowanceDaysPaid' | 'illnessPaidFen' | 'ratings'
> = { accidentPaidFen: 0, allowanceDaysPaid: 0, illnessPaidFen: 0, ratings: [] };

/** How a policy ended before its time. Source: domain R12. */
const cancellation = z.strictObject({
  at: epochMs,
  /** Days of cover used up, the day of the cancellation among them; 0 before the start. */
  elapsedDays: z.int(),
  daysInPeriod: z.int(),
  refundFen: fen,
  /** What each payer gets back, in payer order. */
  shares: z.array(payer),
});

const named = z.strictObject({ name: z.string(), idNumber: z.string() });
/** A name or number put right before cover started. */
const correction = z.strictObject({
  at: epochMs,
  personIndex: z.int(),
  before: named,
  after: named,
});

/** A newborn listed during the year: from then on the sum is split among one more. Source: domain R3. */
const addition = z.strictObject({
  at: epochMs,
  /** From when the child is listed; accidents before it are split as before. */
  startAt: epochMs,
  /** Accident share of everybody listed before, by position: the child stands after them. */
  sharesBefore: z.array(fen),
});

/** A visit at which a specialist of the village handed the policy over. Source: domain R42. */
const delivery = z.strictObject({ at: epochMs, staffId: z.string(), note: z.string() });

export const policy = z.strictObject({
  /** Derived from the order's id: one paid order, one policy. */
  id: z.string(),
  /** What the family reads out on the phone. */
  number: z.string(),
  orderId: z.string(),
  /** Of an unopened gift: derived from the head of the household on the roster. */
  householdId: z.string(),
  /** Null for a gift that nobody has opened yet. */
  openid: z.nullable(z.string()),
  /** Under which an unopened gift is found: a keyed hash of the head's name and number; null for all others. */
  giftKey: z.nullable(z.string()),
  regionCode,
  planId: z.string(),
  /** The plan's product line: under it the family is insured, and renews. */
  line: z.string(),
  planVersion: z.int(),
  /** Every sum and the premium count once for each. Source: domain R5. */
  copies,
  premiumFen: fen,
  /** Adds up to the premium. Source: domain R11. */
  payers: z.array(payer),
  startAt: epochMs,
  /** Brought forward by a cancellation; equal to the start when cover never began. */
  endAt: epochMs,
  issuedAt: epochMs,
  /** When the household first looked at it: the receipt. Source: domain R42. */
  openedAt: z.nullable(epochMs),
  /** Null while nobody brought it to the family's home. Source: domain R42. */
  delivery: z.nullable(delivery),
  /** Personal: sealed by the store. */
  insured: z.array(insured),
  /** 0: not covered. */
  medicalLimitFen: fen,
  /** Drawn by approved claims in order of approval; never above the limit. Source: domain R9. */
  medicalPaidFen: fen,
  state: z.enum(['issued', 'cancelled']),
  /** When its family is reminded of the end next; null: not any more. Source: domain R41. */
  nextReminderAt: z.nullable(epochMs),
  /** Set with the state. */
  cancellation: z.nullable(cancellation),
  /** Oldest first. Personal: sealed by the store. */
  corrections: z.array(correction),
  /** Oldest first. */
  additions: z.array(addition),
  /** Every claim filed under it, oldest first, whatever came of it: whoever changes it in the same moment sees them. */
  claimIds: z.array(z.string()),
});
export type Policy = z.infer<typeof policy>;

/** Whose phone a policy's messages go to. Throws for a gift that nobody has opened: there is nobody to tell. */
export const readerOf = ({ id, openid }: Pick<Policy, 'id' | 'openid'>): string => {
  if (openid === null) throw new Error(`nobody has opened ${id}`);
  return openid;
};

const coverOfPerson = z.strictObject({
  policyId: z.string(),
  startAt: epochMs,
  endAt: epochMs,
  copies,
  /** What an accidental death pays at most: the share when the period was written, which no newborn makes larger. Source: domain R3, R27. */
  accidentShareFen: fen,
});

/** All cover of one person under one plan; read and written in the issuing transaction. Source: domain R5. */
export const personCover = z.strictObject({
  /** Derived from person key and plan. */
  id: z.string(),
  /** Keyed hash of the ID number: what the same person holds under other plans. */
  personKey: z.string(),
  /** Keyed hash of name and number: "already insured" is told only to who knows both. */
  nameKey: z.string(),
  periods: z.array(coverOfPerson),
});
export type PersonCover = z.infer<typeof personCover>;

/**
 * What a minor's death is insured for with us, under all plans together: read and written in every transaction that
 * gives, moves or ends such cover, so that of two at the same moment the second sees the first. Source: domain R27.
 */
export const minorCover = z.strictObject({
  /** The person key. */
  id: z.string(),
  /** Keyed hash of name and number: what is held is told only to who knows both. */
  nameKey: z.string(),
  periods: z.array(z.omit(coverOfPerson, { copies: true })),
});
export type MinorCover = z.infer<typeof minorCover>;
