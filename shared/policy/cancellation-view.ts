import { z } from '../zod';
import { basisPoints, fen } from '../money/fen';
import { chinaDay } from '../time/china-day';

/** Who gets money back: the caller's own WeChat, that of the relative who paid, or whoever else paid a share. */
export const refundReceiver = z.enum(['you', 'relative', 'government', 'employer', 'donor']);
export type RefundReceiver = z.infer<typeof refundReceiver>;

/** What cancelling comes to, step by step, so that the family can check it. Source: domain R12, R21. */
export const cancellationView = z.strictObject({
  premiumFen: fen,
  /** What the insurer keeps of the premium; it counts only after the start. */
  feeRatio: basisPoints,
  /** Days of cover used up, the day of the cancellation among them; 0 before the start. */
  elapsedDays: z.int(),
  daysInPeriod: z.int(),
  refundFen: fen,
  refunds: z.array(z.strictObject({ to: refundReceiver, amountFen: fen })),
  /** Last day of cover, inclusive; null when cover never began. */
  lastDay: z.nullable(chinaDay),
});
export type CancellationView = z.infer<typeof cancellationView>;
