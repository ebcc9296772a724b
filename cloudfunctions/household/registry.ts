import type { Operation } from '../_core/operation';
import { whoAmIOperation } from '../_operations/identity/who-am-i';
import { openReferralOperation } from '../_operations/referral/open-referral';
import { getHomeOperation } from '../_operations/household/get-home';
import { getHouseholdOperation } from '../_operations/household/get-household';
import { listPlansOperation } from '../_operations/product/list-plans';
import { readDocumentOperation } from '../_operations/product/read-document';
import { checkFamilyOperation } from '../_operations/household/check-family';
import { buyCoverOperation } from '../_operations/order/buy-cover';
import { confirmPaymentOperation } from '../_operations/order/confirm-payment';
import { getPolicyOperation } from '../_operations/policy/get-policy';
import { listMyPoliciesOperation } from '../_operations/policy/list-my-policies';

/** What families may call in WeChat. */
export const householdOperations: readonly Operation[] = [
  whoAmIOperation,
  openReferralOperation,
  getHomeOperation,
  getHouseholdOperation,
  listPlansOperation,
  readDocumentOperation,
  checkFamilyOperation,
  buyCoverOperation,
  confirmPaymentOperation,
  getPolicyOperation,
  listMyPoliciesOperation,
];
