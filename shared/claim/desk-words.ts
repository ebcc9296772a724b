import type { StaffRole } from '../identity/role';
import { STAFF_ROLE_WORDS } from '../identity/role-words';
import type { ClaimKind } from './claim.schema';
import type { ClaimState } from './claim-state';

/** The terms of the trade, for staff; families read `CLAIM_KIND_WORDS`. */
export const CLAIM_KIND_TERMS: Readonly<Record<ClaimKind, string>> = {
  medical: '意外医疗',
  disability: '意外伤残',
  death: '意外身故',
};

/** Where a case stands and what it waits for, as colleagues say it. */
export const DESK_STATE_WORDS: Readonly<Record<ClaimState, string>> = {
  reported: '待受理',
  accepted: '待立案',
  registered: '待审核',
  assessed: '待批准',
  approved: '待打款',
  paying: '银行处理中',
  paid: '已到账',
  paymentFailed: '打款失败',
  returned: '退回重审',
  refused: '不予赔付',
  withdrawn: '家属撤回',
};

/** What was done when a case came into a state. */
export const DESK_STEP_WORDS: Readonly<Record<ClaimState, string>> = {
  reported: '报案',
  accepted: '受理',
  registered: '立案',
  assessed: '审核，算出金额',
  approved: '批准',
  paying: '交银行打款',
  paid: '赔款到账',
  paymentFailed: '银行退回',
  returned: '退回重审',
  refused: '不予赔付',
  withdrawn: '家属撤回',
};

/** Who did a step: a colleague with role and name, or the family. */
export const actorWords = (role: StaffRole | 'member', name: string | null): string => {
  if (role === 'member') return '投保家庭';
  return name === null ? STAFF_ROLE_WORDS[role] : `${name}（${STAFF_ROLE_WORDS[role]}）`;
};
