import { contract } from '../contract/contract';
import { claimId } from '../contract/fields';
import { epochMs } from '../time/china-day';
import { z } from '../zod';
import { paperViewer } from './paper-view.schema';

/** Who looked at the papers of a case, newest first: for whoever checks that nobody does so without need. */
export const listPaperViews = contract({
  name: 'listPaperViews',
  function: 'desk',
  input: z.strictObject({
    claimId,
    /** From the answer before: looks earlier than this; null: the newest. */
    before: z.nullable(epochMs),
  }),
  output: z.strictObject({
    views: z.array(
      z.strictObject({
        at: epochMs,
        role: paperViewer,
        /** Null for the family, and for a colleague who is no longer known. */
        staffName: z.nullable(z.string()),
        /** Positions among the papers of the case. */
        papers: z.array(z.int()),
        voice: z.boolean(),
      }),
    ),
    /** To be given as `before` for what is older; null: there is nothing. */
    next: z.nullable(epochMs),
  }),
  errors: ['CLAIM_NOT_FOUND'],
});
