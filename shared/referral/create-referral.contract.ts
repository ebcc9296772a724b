import { contract } from '../contract/contract';
import { z } from '../zod';
import { requestId } from '../contract/fields';
import { regionCode } from '../region/region.schema';
import { referralView } from './referral-view';

/** A specialist makes an enrolment link for their village. Safe to repeat: one request id, one link. */
export const createReferral = contract({
  name: 'createReferral',
  function: 'staff',
  input: z.strictObject({ requestId, villageCode: regionCode }),
  output: z.strictObject({ referral: referralView }),
  errors: ['REGION_NOT_FOUND'],
});
