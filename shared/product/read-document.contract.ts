import { contract } from '../contract/contract';
import { z } from '../zod';
import { planId } from '../contract/fields';
import { saleDocument } from './plan.schema';

/** The full text of one page that the buyer confirms. */
export const readDocument = contract({
  name: 'readDocument',
  function: 'household',
  input: z.strictObject({ planId, documentId: z.string().check(z.maxLength(80)) }),
  output: z.strictObject({
    planId: z.string(),
    insurerName: z.string(),
    filingNumber: z.string(),
    document: saleDocument,
  }),
  errors: ['PLAN_UNKNOWN'],
});
