import { z } from '../zod';
import { fen } from '../money/fen';

/** Who pays a premium. Source: domain R11. */
export const payerKind = z.enum(['self', 'government', 'employer', 'donor']);
export type PayerKind = z.infer<typeof payerKind>;

/** One payer's part of a premium. */
export const payer = z.strictObject({
  kind: payerKind,
  /** The paying body; null for the family's own part, which goes through WeChat. */
  sponsorId: z.nullable(z.string()),
  /** The paying body as it is called on screens; null for the family itself. */
  name: z.nullable(z.string()),
  amountFen: fen,
});
export type Payer = z.infer<typeof payer>;
