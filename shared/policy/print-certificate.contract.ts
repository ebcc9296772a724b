import { contract } from '../contract/contract';
import { z } from '../zod';
import { policyId } from '../contract/fields';

/** One of the caller's policies as a PDF to keep, print and pass on. Safe to repeat by nature: the same policy, the same file. */
export const printCertificate = contract({
  name: 'printCertificate',
  function: 'household',
  input: z.strictObject({ policyId }),
  output: z.strictObject({
    /** Works for ten minutes. */
    url: z.string(),
    /** What the file is called where it is kept. */
    fileName: z.string(),
  }),
  errors: ['POLICY_NOT_FOUND', 'UPSTREAM_UNAVAILABLE'],
});
