import { z } from '../../../shared/zod';

/** When a rule fires: at its `nth` occurrence, once; or at any occurrence with this `chance`. Exactly one of them. */
const timing = {
  nth: z.optional(z.int().check(z.gte(1))),
  chance: z.optional(z.number().check(z.gte(0), z.lte(1))),
};

/** Milliseconds, up to a week. */
const wait = z.optional(z.int().check(z.gte(0), z.lte(7 * 24 * 60 * 60_000)));

/** Whom a rule is about; `*` stands for any text; everybody when left out. */
const of = z.optional(z.string().check(z.minLength(1), z.maxLength(200)));

const rule = z
  .discriminatedUnion('do', [
    /** The callback never arrives, nor do its repeats. */
    z.strictObject({ do: z.literal('loseCallback'), of, ...timing }),
    /** The callback arrives several times at the same moment: twice unless `copies` says otherwise. */
    z.strictObject({
      do: z.literal('doubleCallback'),
      of,
      ...timing,
      copies: z.optional(z.int().check(z.gte(2), z.lte(5))),
    }),
    /** The callback is first sent `delayMs` later; ten minutes when left out. */
    z.strictObject({ do: z.literal('delayCallback'), of, ...timing, delayMs: wait }),
    /** The callback is sent after the next one; after `delayMs` (ten minutes) when none comes. */
    z.strictObject({ do: z.literal('reorderCallback'), of, ...timing, delayMs: wait }),
    /** The call of WeChat's side gets no answer: the connection is cut, after `holdMs` of real time if given. */
    z.strictObject({
      do: z.enum(['timeoutBefore', 'timeoutAfter']),
      of,
      ...timing,
      holdMs: z.optional(z.int().check(z.gte(0), z.lte(60_000))),
    }),
    /** The database call gets no answer: the connection is cut. `kill…` ends the worker that called, too. */
    z.strictObject({
      do: z.enum(['failBefore', 'failAfter', 'killBefore', 'killAfter']),
      of,
      /** One action of the SDK, e.g. `commitTransaction`; any when left out. */
      action: z.optional(z.string().check(z.regex(/^[a-zA-Z]+$/))),
      ...timing,
    }),
  ])
  .check(
    z.refine(({ nth, chance }) => (nth === undefined) !== (chance === undefined), {
      error: '要么写 nth，要么写 chance',
    }),
  );

/**
 * What is to go wrong. `of` names the event type of a callback (`TRANSACTION.SUCCESS`); a call of WeChat's side (`POST
 * v3/pay/transactions/jsapi`, `subscribeMessage.send`); or, for database calls, an operation, a timer or a function.
 * Database calls are counted within one run of the operation, everything else from the start of the plan.
 */
export const faultRules = z.strictObject({
  /** The same seed and the same occurrences give the same faults; 1 when left out. */
  seed: z.optional(z.int().check(z.gte(0))),
  rules: z.array(rule).check(z.maxLength(50)),
});

export type FaultRules = z.output<typeof faultRules>;
export type Rule = FaultRules['rules'][number];

/** Where a rule strikes. */
export type Place = 'callback' | 'wechat' | 'database';

const PLACES = {
  loseCallback: 'callback',
  doubleCallback: 'callback',
  delayCallback: 'callback',
  reorderCallback: 'callback',
  timeoutBefore: 'wechat',
  timeoutAfter: 'wechat',
  failBefore: 'database',
  failAfter: 'database',
  killBefore: 'database',
  killAfter: 'database',
} as const satisfies Record<Rule['do'], Place>;

/** Everything that can go wrong. */
export const FAULT_KINDS = Object.keys(PLACES);

type DoneAt<P extends Place> = { [Do in Rule['do']]: (typeof PLACES)[Do] extends P ? Do : never }[Rule['do']];
export type RuleAt<P extends Place> = Extract<Rule, { do: DoneAt<P> }>;

export function strikesAt<P extends Place>(candidate: Rule, place: P): candidate is RuleAt<P> {
  return PLACES[candidate.do] === place;
}
