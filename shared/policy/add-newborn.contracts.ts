import { contract } from '../contract/contract';
import { policyId, requestId } from '../contract/fields';
import { checkFamily } from '../household/check-family.contract';
import { memberInput, relation } from '../household/member.schema';
import { fen } from '../money/fen';
import { chinaDay } from '../time/china-day';
import { z } from '../zod';
import { policyView } from './policy-view';

const REFUSALS = [
  'POLICY_NOT_FOUND',
  'POLICY_OVER',
  'NEWBORN_NOT_ADMITTED',
  'ADD_HAS_CLAIM',
  'TOO_MANY_MEMBERS',
] as const;

/** What adding a newborn now would change: from when, and everybody's sum before and after. Writes nothing. */
export const previewNewborn = contract({
  name: 'previewNewborn',
  function: 'household',
  input: z.strictObject({ policyId }),
  output: z.strictObject({
    planName: z.string(),
    /** First day of the child's cover. */
    startDay: chinaDay,
    lastDay: chinaDay,
    /** The child was born on this day or later … */
    bornFrom: chinaDay,
    /** … and on this day at the latest, to be 28 days old in time. */
    bornUntil: chinaDay,
    persons: z.array(z.strictObject({ name: z.string(), relation, beforeFen: fen, afterFen: fen })),
    /** The child's own share. */
    childFen: fen,
  }),
  errors: REFUSALS,
});

/** Lists a newborn on a policy, free of charge; the sum is split anew from the child's first day. Safe to repeat. */
export const addNewborn = contract({
  name: 'addNewborn',
  function: 'household',
  input: z.strictObject({ requestId, policyId, child: memberInput }),
  output: z.strictObject({ policy: policyView }),
  errors: [...REFUSALS, ...checkFamily.errors, 'NOT_A_NEWBORN'],
});
