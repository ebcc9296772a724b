import { contract } from '../contract/contract';
import { z } from '../zod';
import { insurer } from '../product/plan.schema';
import { regionCode } from '../region/region.schema';
import { referralCode } from './referral.schema';

/** What a family sees behind an enrolment link: the village, who helps there, who insures. */
export const openReferral = contract({
  name: 'openReferral',
  function: 'household',
  input: z.strictObject({ code: referralCode }),
  output: z.strictObject({
    code: referralCode,
    villageCode: regionCode,
    villageName: z.string(),
    townshipName: z.string(),
    countyName: z.string(),
    campaign: z.string(),
    specialist: z.strictObject({ name: z.string(), phone: z.string() }),
    insurer: z.nullable(insurer),
  }),
  errors: ['REFERRAL_NOT_FOUND'],
});
