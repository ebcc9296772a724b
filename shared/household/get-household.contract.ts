import { contract } from '../contract/contract';
import { z } from '../zod';
import { contact } from './household.schema';
import { memberInput } from './member.schema';

/** The family as remembered from the last purchase, in full, for its own policyholder only. */
export const getHousehold = contract({
  name: 'getHousehold',
  function: 'household',
  input: z.strictObject({}),
  output: z.strictObject({
    household: z.nullable(
      z.strictObject({
        villageName: z.string(),
        phone: z.string(),
        contact: z.nullable(contact),
        members: z.array(memberInput),
      }),
    ),
  }),
  errors: [],
});
