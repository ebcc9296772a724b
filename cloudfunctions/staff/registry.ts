import type { Operation } from '../_core/operation';
import { createReferralOperation } from '../_operations/referral/create-referral';
import { getFiguresOperation } from '../_operations/report/get-figures';
import { getStaffHomeOperation } from '../_operations/report/get-staff-home';
import { listClaimsByTownshipOperation } from '../_operations/report/list-claims-by-township';

/** What association staff may call: links and figures, never money or names. Source: domain R29. */
export const staffOperations: readonly Operation[] = [
  getStaffHomeOperation,
  createReferralOperation,
  getFiguresOperation,
  listClaimsByTownshipOperation,
];
