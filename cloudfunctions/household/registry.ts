import type { Operation } from '../_core/operation';
import { findGiftOperation } from '../_operations/sponsor/find-gift';
import { openGiftOperation } from '../_operations/sponsor/open-gift';
import { whoAmIOperation } from '../_operations/identity/who-am-i';
import { openReferralOperation } from '../_operations/referral/open-referral';
import { getHomeOperation } from '../_operations/household/get-home';
import { getHouseholdOperation } from '../_operations/household/get-household';
import { keepHouseholdOperation } from '../_operations/household/keep-household';
import { forgetHouseholdOperation } from '../_operations/household/forget-household';
import { readBankCardOperation } from '../_operations/household/read-bank-card';
import { readIdCardOperation } from '../_operations/household/read-id-card';
import { listRegionsOperation } from '../_operations/region/list-regions';
import { listPlansOperation } from '../_operations/product/list-plans';
import { readDocumentOperation } from '../_operations/product/read-document';
import { checkFamilyOperation } from '../_operations/household/check-family';
import { buyCoverOperation } from '../_operations/order/buy-cover';
import { getOrderToPayOperation } from '../_operations/order/get-order-to-pay';
import { openPaymentOperation } from '../_operations/order/open-payment';
import { confirmPaymentOperation } from '../_operations/order/confirm-payment';
import { getPolicyOperation } from '../_operations/policy/get-policy';
import { printCertificateOperation } from '../_operations/policy/print-certificate';
import { checkCertificateOperation } from '../_operations/policy/check-certificate';
import { listMyPoliciesOperation } from '../_operations/policy/list-my-policies';
import { getRenewalOperation } from '../_operations/policy/get-renewal';
import { getFamilyRenewalOperation } from '../_operations/policy/get-family-renewal';
import { renewForFamilyOperation } from '../_operations/order/renew-for-family';
import { previewCancellationOperation } from '../_operations/policy/preview-cancellation';
import { cancelPolicyOperation } from '../_operations/policy/cancel-policy';
import { correctInsuredOperation } from '../_operations/policy/correct-insured';
import { listConsentsOperation } from '../_operations/policy/list-consents';
import { getConsentOperation } from '../_operations/policy/get-consent';
import { giveConsentOperation } from '../_operations/policy/give-consent';
import { previewNewbornOperation } from '../_operations/policy/preview-newborn';
import { addNewbornOperation } from '../_operations/policy/add-newborn';
import { checkCoverOperation } from '../_operations/claim/check-cover';
import { estimateClaimOperation } from '../_operations/claim/estimate-claim';
import { fileClaimOperation } from '../_operations/claim/file-claim';
import { getMyClaimOperation } from '../_operations/claim/get-my-claim';
import { printStatementOperation } from '../_operations/claim/print-statement';
import { listMyClaimsOperation } from '../_operations/claim/list-my-claims';
import { withdrawClaimOperation } from '../_operations/claim/withdraw-claim';
import { answerDecisionOperation } from '../_operations/claim/answer-decision';
import { correctAccountOperation } from '../_operations/claim/correct-account';
import { rateClaimOperation } from '../_operations/claim/rate-claim';
import { reopenClaimOperation } from '../_operations/claim/reopen-claim';
import { sendPapersOperation } from '../_operations/claim/send-papers';
import { declineAssistanceOperation } from '../_operations/assistance/decline-assistance';
import { getAssistanceOperation } from '../_operations/assistance/get-assistance';
import { complainOperation } from '../_operations/complaint/complain';
import { listMyComplaintsOperation } from '../_operations/complaint/list-my-complaints';
import { listMyMessagesOperation } from '../_operations/message/list-my-messages';
import { readMessageOperation } from '../_operations/message/read-message';

/** What families may call in WeChat. */
export const householdOperations: readonly Operation[] = [
  whoAmIOperation,
  openReferralOperation,
  getHomeOperation,
  getHouseholdOperation,
  keepHouseholdOperation,
  forgetHouseholdOperation,
  readBankCardOperation,
  readIdCardOperation,
  listRegionsOperation,
  listPlansOperation,
  readDocumentOperation,
  checkFamilyOperation,
  buyCoverOperation,
  getOrderToPayOperation,
  openPaymentOperation,
  confirmPaymentOperation,
  getPolicyOperation,
  listConsentsOperation,
  getConsentOperation,
  giveConsentOperation,
  printCertificateOperation,
  checkCertificateOperation,
  listMyPoliciesOperation,
  getRenewalOperation,
  getFamilyRenewalOperation,
  renewForFamilyOperation,
  previewCancellationOperation,
  cancelPolicyOperation,
  correctInsuredOperation,
  previewNewbornOperation,
  addNewbornOperation,
  checkCoverOperation,
  estimateClaimOperation,
  fileClaimOperation,
  listMyClaimsOperation,
  getMyClaimOperation,
  printStatementOperation,
  withdrawClaimOperation,
  answerDecisionOperation,
  sendPapersOperation,
  reopenClaimOperation,
  correctAccountOperation,
  rateClaimOperation,
  getAssistanceOperation,
  declineAssistanceOperation,
  complainOperation,
  listMyComplaintsOperation,
  listMyMessagesOperation,
  readMessageOperation,
  findGiftOperation,
  openGiftOperation,
];
