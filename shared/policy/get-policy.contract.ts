import { contract } from '../contract/contract';
import { z } from '../zod';
import { policyId } from '../contract/fields';
import { policyView } from './policy-view';

/** The certificate of one of the caller's policies. */
export const getPolicy = contract({
  name: 'getPolicy',
  function: 'household',
  input: z.strictObject({ policyId }),
  output: z.strictObject({ policy: policyView }),
  errors: ['POLICY_NOT_FOUND'],
});
