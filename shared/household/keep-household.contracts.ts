import { contract } from '../contract/contract';
import { mobilePhone, requestId } from '../contract/fields';
import { z } from '../zod';
import { checkFamily } from './check-family.contract';
import { contact } from './household.schema';
import { memberInput } from './member.schema';

/** Changes the family that is remembered for next year; policies stay as they are. Safe to repeat. */
export const keepHousehold = contract({
  name: 'keepHousehold',
  function: 'household',
  input: z.strictObject({
    requestId,
    members: z.array(memberInput).check(z.maxLength(20, '人数太多了。')),
    phone: mobilePhone,
    contact: z.nullable(contact),
  }),
  output: z.strictObject({}),
  errors: [...checkFamily.errors, 'HOUSEHOLD_NOT_FOUND'],
});

/**
 * Forgets the remembered family: names, numbers, phone, contact. What the law makes the insurer keep (policies, payments,
 * claims) stays, and the screen says so. Safe to repeat. Source: domain R32.
 */
export const forgetHousehold = contract({
  name: 'forgetHousehold',
  function: 'household',
  input: z.strictObject({ requestId }),
  output: z.strictObject({}),
  errors: [],
});
