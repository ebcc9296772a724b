import type { Operation } from '../_core/operation';
import { listDeskQueueOperation } from '../_operations/claim/list-desk-queue';
import { openCaseOperation } from '../_operations/claim/open-case';
import { listPaperViewsOperation } from '../_operations/claim/list-paper-views';
import { printCaseStatementOperation } from '../_operations/claim/print-statement';
import { attendCaseOperation } from '../_operations/claim/attend-case';
import { replaySaleOperation } from '../_operations/order/replay-sale';
import { acceptClaimOperation } from '../_operations/claim/accept-claim';
import { registerClaimOperation } from '../_operations/claim/register-claim';
import { previewAssessmentOperation } from '../_operations/claim/preview-assessment';
import { assessClaimOperation } from '../_operations/claim/assess-claim';
import { approveClaimOperation } from '../_operations/claim/approve-claim';
import { returnClaimOperation } from '../_operations/claim/return-claim';
import { refuseClaimOperation } from '../_operations/claim/refuse-claim';
import { allowSecondNoticeOperation, askPapersOperation } from '../_operations/claim/ask-papers';
import { investigateClaimOperation, resumeCaseOperation } from '../_operations/claim/investigate-claim';
import { recordAgreementOperation } from '../_operations/claim/record-agreement';
import { reopenCaseOperation } from '../_operations/claim/reopen-claim';
import { openPanelOperation, votePanelOperation } from '../_operations/claim/hold-panel';
import { approveAdvanceOperation, proposeAdvanceOperation } from '../_operations/claim/advance-claim';
import { answerComplaintOperation } from '../_operations/complaint/answer-complaint';
import { listComplaintsOperation } from '../_operations/complaint/list-complaints';
import { listPayoutsOperation } from '../_operations/payout/list-payouts';
import { sendPayoutOperation } from '../_operations/payout/send-payout';
import { closeDifferenceOperation } from '../_operations/bill/close-difference';
import { listBillDaysOperation } from '../_operations/bill/list-bill-days';
import { confirmTransferOperation } from '../_operations/sponsor/confirm-transfer';
import { listSponsoredRostersOperation } from '../_operations/sponsor/list-sponsored-rosters';
import { listSkippedOperation } from '../_operations/sponsor/list-skipped';
import { recordTransferOperation } from '../_operations/sponsor/record-transfer';
import { steerIssuingOperation } from '../_operations/sponsor/steer-issuing';
import { recordPayoutResultOperation } from '../_operations/payout/record-payout-result';
import { markGreenChannelOperation } from '../_operations/claim/mark-green-channel';

/** What the insurer's desk may call. */
export const deskOperations: readonly Operation[] = [
  listDeskQueueOperation,
  openCaseOperation,
  listPaperViewsOperation,
  printCaseStatementOperation,
  attendCaseOperation,
  replaySaleOperation,
  acceptClaimOperation,
  registerClaimOperation,
  previewAssessmentOperation,
  assessClaimOperation,
  approveClaimOperation,
  returnClaimOperation,
  refuseClaimOperation,
  askPapersOperation,
  allowSecondNoticeOperation,
  investigateClaimOperation,
  resumeCaseOperation,
  recordAgreementOperation,
  reopenCaseOperation,
  openPanelOperation,
  votePanelOperation,
  proposeAdvanceOperation,
  approveAdvanceOperation,
  markGreenChannelOperation,
  listComplaintsOperation,
  answerComplaintOperation,
  listPayoutsOperation,
  sendPayoutOperation,
  recordPayoutResultOperation,
  listBillDaysOperation,
  closeDifferenceOperation,
  listSponsoredRostersOperation,
  recordTransferOperation,
  confirmTransferOperation,
  steerIssuingOperation,
  listSkippedOperation,
];
