import { contract } from '../contract/contract';
import { z } from '../zod';
import { fen } from '../money/fen';
import { chinaDay, epochMs } from '../time/china-day';
import { claimState } from '../claim/claim-state';
import { insurer } from '../product/plan.schema';
import { relation } from './member.schema';

/** The family's cover in force or about to start. */
export const familyCard = z.strictObject({
  policyId: z.string(),
  policyNumber: z.string(),
  planName: z.string(),
  copies: z.int(),
  isSample: z.boolean(),
  startDay: chinaDay,
  /** Last day of cover, inclusive. */
  lastDay: chinaDay,
  hasStarted: z.boolean(),
  /** Days of cover left from today (or from the start), counting today. */
  daysLeft: z.int(),
  persons: z.array(
    z.strictObject({
      name: z.string(),
      relation,
      /** 身故保障待本人确认. Source: domain R26. */
      consentAwaited: z.boolean(),
      /** What accidental death or disability may still pay at most; 0, as the next two, when not covered. */
      accidentLeftFen: fen,
      /** For each day in hospital. */
      allowancePerDayFen: fen,
      illnessSumFen: fen,
    }),
  ),
  /** Null: not covered. */
  medical: z.nullable(z.strictObject({ limitFen: fen, leftFen: fen })),
});
export type FamilyCard = z.infer<typeof familyCard>;

/** An order that is not a policy yet, and what it waits for. */
const homeOrder = z.strictObject({
  orderId: z.string(),
  /** `parent`: their confirmation, before anything can be paid; `settling`: the policy, or the money on its way back. */
  waitsFor: z.enum(['payment', 'parent', 'settling']),
  planName: z.string(),
  isSample: z.boolean(),
  /** What the family itself pays. */
  ownFen: fen,
  /** After this instant an unpaid order is closed. */
  expiresAt: epochMs,
});
export type HomeOrder = z.infer<typeof homeOrder>;

/** Everything on the first page, in one call. */
export const getHome = contract({
  name: 'getHome',
  function: 'household',
  input: z.strictObject({}),
  output: z.strictObject({
    now: epochMs,
    today: chinaDay,
    /** Where the family lives; null before it first bought or opened a link. */
    region: z.nullable(z.strictObject({ villageName: z.string(), townshipName: z.string() })),
    /** For example 王建国家; null before it first bought. */
    familyName: z.nullable(z.string()),
    cover: z.nullable(familyCard),
    /** What else the family holds now: cover of other product lines, and copies bought apart. */
    otherCovers: z.array(familyCard),
    /** A policy whose renewal is open and not ordered yet: the one in force, or the last one when its cover has ended; null: none. */
    renewal: z.nullable(
      z.strictObject({
        policyId: z.string(),
        /** Last day of its cover, inclusive. */
        lastDay: chinaDay,
        /** First day of the new cover if it is paid now. */
        startDay: chinaDay,
        /** Days between without cover. */
        gapDays: z.int(),
      }),
    ),
    waitingOrder: z.nullable(homeOrder),
    runningClaim: z.nullable(
      z.strictObject({
        claimId: z.string(),
        personName: z.string(),
        state: claimState,
        /** Plain words of the state. */
        stateText: z.string(),
        promisedDay: chinaDay,
        provisional: z.boolean(),
      }),
    ),
    /** What this township's families were paid this month; null while no family can stay unrecognisable (fewer than 3). */
    township: z.nullable(z.strictObject({ name: z.string(), paidFamilies: z.int(), paidFen: fen })),
    insurer: z.nullable(insurer),
    unreadMessages: z.int(),
  }),
  errors: [],
});
