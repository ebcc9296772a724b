import type { Operation } from '../_core/operation';
import { createReferralOperation } from '../_operations/referral/create-referral';

/** What association staff may call: links and figures, never money or names. Source: domain R29. */
export const staffOperations: readonly Operation[] = [createReferralOperation];
