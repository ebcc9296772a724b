import { contract } from '../contract/contract';
import { z } from '../zod';
import { chinaDay } from '../time/china-day';
import { policyView } from './policy-view';

/** All policies of the caller's household, newest first. */
export const listMyPolicies = contract({
  name: 'listMyPolicies',
  function: 'household',
  input: z.strictObject({}),
  output: z.strictObject({ today: chinaDay, policies: z.array(policyView) }),
  errors: [],
});
