import { contract } from '../contract/contract';
import { requestId } from '../contract/fields';
import { characters, words } from '../contract/words';
import { chinaDay } from '../time/china-day';
import { z } from '../zod';

/** The number that stands on a policy, typed with any keyboard. */
export const policyNumber = characters({ max: 40, missing: '请填写保单号。' }).check(
  z.regex(/^\d{22}$/, '保单号不对，请照保单抄 22 位数字。'),
);

/** A policy as the specialist sees who brings it to the family: no sums, no ID numbers, nobody but the holder. */
export const deliveryView = z.strictObject({
  policyNumber: z.string(),
  maskedHolderName: z.string(),
  planName: z.string(),
  startDay: chinaDay,
  lastDay: chinaDay,
  /** When the family first opened it itself; null: not yet. */
  openedOn: z.nullable(chinaDay),
  /** When it was recorded as handed over; null: not yet. */
  deliveredOn: z.nullable(chinaDay),
});
export type DeliveryView = z.infer<typeof deliveryView>;

/** A policy of the specialist's own village, by its number. */
export const findDelivery = contract({
  name: 'findDelivery',
  function: 'staff',
  input: z.strictObject({ policyNumber }),
  output: z.strictObject({ policy: deliveryView }),
  errors: ['POLICY_NOT_FOUND', 'TOO_MANY_TRIES'],
});

/** Records that a policy was handed over at the family's home. Safe to repeat. */
export const recordDelivery = contract({
  name: 'recordDelivery',
  function: 'staff',
  input: z.strictObject({
    requestId,
    policyNumber,
    note: words({ min: 2, max: 100, missing: '请写一句：交给了谁。' }),
  }),
  output: z.strictObject({ policy: deliveryView }),
  errors: [...findDelivery.errors, 'DELIVERY_RECORDED', 'POLICY_OVER'],
});
