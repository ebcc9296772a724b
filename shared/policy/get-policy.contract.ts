import { contract } from '../contract/contract';
import { z } from '../zod';
import { policyId } from '../contract/fields';
import { policyView } from './policy-view';

/** The certificate of one of the caller's policies. */
export const getPolicy = contract({
  name: 'getPolicy',
  function: 'household',
  input: z.strictObject({ policyId }),
  output: z.strictObject({
    policy: policyView,
    /** It goes on where the policy that it renews ends: nobody on it is a day without cover. Source: domain R4. */
    isUnbroken: z.boolean(),
  }),
  errors: ['POLICY_NOT_FOUND'],
});
