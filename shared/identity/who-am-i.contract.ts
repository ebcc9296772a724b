import { contract } from '../contract/contract';
import { z } from '../zod';
import { regionCode } from '../region/region.schema';
import { staffRole } from './role';

/** Which roles the caller holds now, and the message templates the app may ask permission for. */
export const whoAmI = contract({
  name: 'whoAmI',
  function: 'household',
  input: z.strictObject({}),
  output: z.strictObject({
    /** Name of a staff member; null for families. */
    staffName: z.nullable(z.string()),
    roles: z.array(z.strictObject({ role: staffRole, regionCode, regionName: z.string() })),
    templates: z.strictObject({
      policyIssued: z.string(),
      claimProgress: z.string(),
      payoutNotice: z.string(),
      renewalDue: z.string(),
    }),
  }),
  errors: [],
});
