import { contract } from '../contract/contract';
import { relation } from '../household/member.schema';
import { consent } from '../policy/consent';
import { policyNumber } from '../policy/delivery.contracts';
import { saleDocument } from '../product/plan.schema';
import { epochMs } from '../time/china-day';
import { z } from '../zod';
import { strokes } from './order.schema';

/** A page that the buyer confirmed. */
const replayedPage = z.strictObject({
  documentId: z.string(),
  version: z.string(),
  /** Of what was shown. */
  sha256: z.string(),
  /** When the button was pressed, by the phone's clock; null: not told or not to be believed. */
  confirmedAt: z.nullable(epochMs),
  /**
   * `same`: the text below has this very hash, computed now. `altered`: the text kept under this version has another.
   * `missing`: this version is not kept.
   */
  standing: z.enum(['same', 'altered', 'missing']),
  title: z.string(),
  /** Null when missing. */
  sections: z.nullable(saleDocument.shape.sections),
});
export type ReplayedPage = z.infer<typeof replayedPage>;

/**
 * How a policy was sold: which page was shown in which version and confirmed when, and who signed. Each look is written
 * into the policy's audit.
 */
export const replaySale = contract({
  name: 'replaySale',
  function: 'desk',
  input: z.strictObject({ policyNumber }),
  output: z.strictObject({
    policyNumber: z.string(),
    planName: z.string(),
    productName: z.string(),
    filingNumber: z.string(),
    insurerName: z.string(),
    /** When the order was placed, and with it the confirmations came; null for a policy without an order of its own. */
    placedAt: z.nullable(epochMs),
    issuedAt: epochMs,
    pages: z.array(replayedPage),
    people: z.array(
      z.strictObject({
        name: z.string(),
        maskedIdNumber: z.string(),
        relation,
        /** Null: none was needed, or it is awaited. */
        signature: z.nullable(strokes),
        consent: z.nullable(consent),
      }),
    ),
  }),
  errors: ['POLICY_NOT_FOUND'],
});
