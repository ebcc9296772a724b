import { contract } from '../contract/contract';
import { z } from '../zod';
import { chinaDay } from '../time/china-day';

/** The page that the code on a certificate opens, without a leading slash. */
export const CHECK_PAGE = 'packages/buy/pages/check/check';

/** How the policy stands whose certificate was scanned; `unknown`: we never issued one with this code. */
export const certificateStanding = z.enum(['genuine', 'notStarted', 'ended', 'cancelled', 'unknown']);
export type CertificateStanding = z.infer<typeof certificateStanding>;

/**
 * Whether a certificate is genuine: for anybody who holds it and scans its code. Tells nothing of the people on it but
 * the holder's masked name.
 */
export const checkCertificate = contract({
  name: 'checkCertificate',
  function: 'household',
  // A code of another shape is no fault of the person who scans it: it is not ours.
  input: z.strictObject({ code: z.string().check(z.maxLength(200)) }),
  output: z.strictObject({
    standing: certificateStanding,
    /** Null when unknown. */
    policy: z.nullable(
      z.strictObject({
        policyNumber: z.string(),
        planName: z.string(),
        productName: z.string(),
        isSample: z.boolean(),
        insurerName: z.string(),
        hotline: z.string(),
        startDay: chinaDay,
        /** Last day of cover, inclusive; before the first when cover never began. */
        lastDay: chinaDay,
        /** Set for a cancelled policy. */
        cancelledOn: z.nullable(chinaDay),
        maskedHolderName: z.string(),
      }),
    ),
  }),
  errors: ['TOO_MANY_TRIES'],
});
