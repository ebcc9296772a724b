import { contract } from '../contract/contract';
import { z } from '../zod';
import { month } from '../contract/fields';
import { fen } from '../money/fen';
import { chinaDay } from '../time/china-day';
import { claimKind } from '../claim/claim.schema';
import { claimState } from '../claim/claim-state';
import { regionCode } from '../region/region.schema';

/** The month's claims of a county by township, people masked. Source: domain R21. */
export const listClaimsByTownship = contract({
  name: 'listClaimsByTownship',
  function: 'staff',
  input: z.strictObject({ month }),
  output: z.strictObject({
    month: z.string(),
    countyName: z.string(),
    townships: z.array(
      z.strictObject({
        regionCode,
        name: z.string(),
        reported: z.int(),
        paidFen: fen,
        claims: z.array(
          z.strictObject({
            claimNumber: z.string(),
            maskedName: z.string(),
            kind: claimKind,
            state: claimState,
            stateText: z.string(),
            reportedDay: chinaDay,
            /** Zero until paid. */
            paidFen: fen,
          }),
        ),
      }),
    ),
    totalReported: z.int(),
    totalPaidFen: fen,
  }),
  errors: [],
});
