import { contract } from '../contract/contract';
import { claimId } from '../contract/fields';
import { z } from '../zod';

const input = z.strictObject({ claimId });
const output = z.strictObject({
  /** Works for ten minutes. */
  url: z.string(),
  /** What the file is called where it is kept. */
  fileName: z.string(),
});

/**
 * The statement of the decision on one of the caller's own claims as a PDF to keep, print and pass on. Safe to repeat by
 * nature: the same decision, the same file. Source: domain R21.
 */
export const printStatement = contract({
  name: 'printStatement',
  function: 'household',
  input,
  output,
  errors: ['CLAIM_NOT_FOUND', 'NOT_DECIDED'],
});

/** The same for the desk, which hands it to families that have no phone. */
export const printCaseStatement = contract({
  name: 'printCaseStatement',
  function: 'desk',
  input,
  output,
  errors: ['CLAIM_NOT_FOUND', 'NOT_DECIDED'],
});
