import { contract } from '../contract/contract';
import { z } from '../zod';
import { plan, saleDocument } from './plan.schema';
import { referralCode } from '../referral/referral.schema';
import { regionCode } from '../region/region.schema';
import { chinaDay } from '../time/china-day';

/** A plan as shown on sale pages; documents by their headings only. */
export const planView = z.strictObject({
  ...plan.shape,
  documents: z.array(z.omit(saleDocument, { sections: true })),
});
export type PlanView = z.infer<typeof planView>;

/** The plans that the insurer of a link's county (or of the family's village) offers now. */
export const listPlans = contract({
  name: 'listPlans',
  function: 'household',
  input: z.strictObject({
    referralCode: z.optional(referralCode),
    /** The village that the family chose, when no link is there. */
    villageCode: z.optional(regionCode),
  }),
  output: z.strictObject({
    villageName: z.string(),
    townshipName: z.string(),
    /** First day of cover when paid today. */
    startDay: chinaDay,
    plans: z.array(planView),
  }),
  errors: ['REFERRAL_NOT_FOUND', 'REGION_NOT_FOUND'],
});
