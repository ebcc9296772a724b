import { contract } from '../contract/contract';
import { z } from '../zod';
import { policyId, requestId } from '../contract/fields';
import { checkFamily } from '../household/check-family.contract';
import { memberInput } from '../household/member.schema';
import { policyView } from './policy-view';

/**
 * Puts the name or the number of an insured person right: before cover starts, and on a gift soon after it was opened.
 * The ID number of a child insured by birth certificate can be recorded any day. Safe to repeat.
 */
export const correctInsured = contract({
  name: 'correctInsured',
  function: 'household',
  input: z.strictObject({
    requestId,
    policyId,
    /** Position on the policy. */
    personIndex: z.int().check(z.gte(0), z.lt(100)),
    name: memberInput.shape.name,
    /** Left out: it stays as it is. */
    idNumber: z.optional(memberInput.shape.idNumber),
  }),
  output: z.strictObject({ policy: policyView }),
  errors: [
    ...checkFamily.errors,
    'POLICY_NOT_FOUND',
    'POLICY_OVER',
    'COVER_STARTED',
    'PERSON_NOT_INSURED',
    'NOTHING_TO_CORRECT',
    'CORRECTION_OTHER_PERSON',
    'CORRECTION_BY_PHONE',
    'CHILD_HAS_CLAIM',
    'SIGNATURE_MISSING',
  ],
});
