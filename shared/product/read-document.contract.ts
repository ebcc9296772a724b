import { contract } from '../contract/contract';
import { z } from '../zod';
import { documentId, planId } from '../contract/fields';
import { saleDocument } from './plan.schema';

/** The full text of one page that the buyer confirms. */
export const readDocument = contract({
  name: 'readDocument',
  function: 'household',
  input: z.strictObject({ planId, documentId }),
  output: z.strictObject({
    planId: z.string(),
    insurerName: z.string(),
    filingNumber: z.string(),
    document: saleDocument,
  }),
  errors: ['PLAN_UNKNOWN'],
});
