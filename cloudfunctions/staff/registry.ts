import type { Operation } from '../_core/operation';
import { findFamilyOperation } from '../_operations/assistance/find-family';
import { listAssistancesOperation } from '../_operations/assistance/list-assistances';
import { openAssistanceOperation } from '../_operations/assistance/open-assistance';
import { withdrawAssistanceOperation } from '../_operations/assistance/withdraw-assistance';
import { findDeliveryOperation } from '../_operations/policy/find-delivery';
import { recordDeliveryOperation } from '../_operations/policy/record-delivery';
import { createReferralOperation } from '../_operations/referral/create-referral';
import { getFiguresOperation } from '../_operations/report/get-figures';
import { getStaffHomeOperation } from '../_operations/report/get-staff-home';
import { checkRosterOperation } from '../_operations/roster/check-roster';
import { decideRosterOperation } from '../_operations/roster/decide-roster';
import { getRosterOperation } from '../_operations/roster/get-roster';
import { getRosterTemplateOperation } from '../_operations/roster/get-roster-template';
import { listRostersOperation } from '../_operations/roster/list-rosters';
import { uploadRosterOperation } from '../_operations/roster/upload-roster';
import { listUntoldGiftsOperation } from '../_operations/sponsor/list-untold-gifts';
import { listClaimsByTownshipOperation } from '../_operations/report/list-claims-by-township';

/** What association staff may call: links, figures and lists of who is to be insured; never money. Source: domain R29. */
export const staffOperations: readonly Operation[] = [
  getStaffHomeOperation,
  createReferralOperation,
  findDeliveryOperation,
  recordDeliveryOperation,
  findFamilyOperation,
  openAssistanceOperation,
  listAssistancesOperation,
  withdrawAssistanceOperation,
  listUntoldGiftsOperation,
  getFiguresOperation,
  listClaimsByTownshipOperation,
  listRostersOperation,
  getRosterTemplateOperation,
  getRosterOperation,
  uploadRosterOperation,
  checkRosterOperation,
  decideRosterOperation,
];
