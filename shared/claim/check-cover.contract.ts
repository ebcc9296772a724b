import { contract } from '../contract/contract';
import { policyId } from '../contract/fields';
import { basisPoints, fen } from '../money/fen';
import { chinaDay } from '../time/china-day';
import { z } from '../zod';
import { coverAnswer } from './answering';

const position = z.int().check(z.gte(0), z.lte(50));

/** Somebody the household knows: on one of its policies, or of the family it is remembered by. */
export const knownPerson = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('policy'), policyId, position }),
  z.strictObject({ from: z.literal('household'), position }),
]);
export type KnownPerson = z.infer<typeof knownPerson>;

/**
 * What a policy covers for one person, by the shares of the day asked about; null where the plan has no such cover. What
 * is left is null where the household has no right to know what was paid.
 */
export const coverForPerson = z.strictObject({
  /** Death and disability. */
  accident: z.nullable(
    z.strictObject({
      shareFen: fen,
      leftFen: z.nullable(fen),
      /** 身故保障待本人确认. Source: domain R26. */
      consentAwaited: z.boolean(),
    }),
  ),
  /** Shared by everybody on the policy. */
  medical: z.nullable(
    z.strictObject({
      limitFen: fen,
      leftFen: z.nullable(fen),
      deductibleFen: fen,
      ratioAfterSocialInsurance: basisPoints,
      ratioWithoutSocialInsurance: basisPoints,
    }),
  ),
  allowance: z.nullable(
    z.strictObject({
      perDayFen: fen,
      waitingDays: z.int(),
      maxDays: z.int(),
      daysLeft: z.nullable(z.int()),
    }),
  ),
  illness: z.nullable(z.strictObject({ sumFen: fen, leftFen: z.nullable(fen), waitingDays: z.int() })),
});
export type CoverForPerson = z.infer<typeof coverForPerson>;

/** One policy's answer. */
export const policyAnswer = z.strictObject({
  /** Of the household's own; null: the person is insured by somebody else, who is not named. Source: domain R5. */
  policyId: z.nullable(z.string()),
  planName: z.string(),
  isSample: z.boolean(),
  insurerName: z.string(),
  hotline: z.string(),
  /** Issued in another county: its own insurer decides it. Source: domain R31. */
  elsewhere: z.boolean(),
  startDay: chinaDay,
  /** Inclusive; before the first day when cover never began. */
  lastDay: chinaDay,
  answer: coverAnswer,
  /** In plain words; null when it answers. */
  whyNot: z.nullable(z.string()),
  /** Null when it does not answer. */
  covers: z.nullable(coverForPerson),
});
export type PolicyAnswer = z.infer<typeof policyAnswer>;

/**
 * Was this person covered that day, and by what? Every policy of the household that lists them, and every other that
 * answers for them; those that answer stand first, the household's own before others. Source: domain R5, R14.
 */
export const checkCover = contract({
  name: 'checkCover',
  function: 'household',
  input: z.strictObject({ person: knownPerson, day: chinaDay }),
  output: z.strictObject({
    today: chinaDay,
    personName: z.string(),
    day: chinaDay,
    policies: z.array(policyAnswer),
  }),
  errors: [
    'POLICY_NOT_FOUND',
    'PERSON_NOT_INSURED',
    'ACCIDENT_IN_FUTURE',
    'ACCIDENT_BEFORE_BIRTH',
    'TOO_MANY_TRIES',
  ],
});
