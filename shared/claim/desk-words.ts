import { STAFF_ROLE_WORDS } from '../identity/role-words';
import type { ClaimKind } from './claim.schema';
import type { ClaimMover, ClaimState } from './claim-state';
import type { PaperViewer } from './paper-view.schema';

/** The terms of the trade, for staff; families read `CLAIM_KIND_WORDS`. */
export const CLAIM_KIND_TERMS: Readonly<Record<ClaimKind, string>> = {
  medical: '意外医疗',
  allowance: '住院津贴',
  disability: '意外伤残',
  death: '意外身故',
  illness: '重大疾病',
};

/** Where a case stands and what it waits for, as colleagues say it. */
export const DESK_STATE_WORDS: Readonly<Record<ClaimState, string>> = {
  reported: '待受理',
  accepted: '待立案',
  registered: '待审核',
  assessed: '待批准',
  papersAsked: '等家属补材料',
  investigating: '调查中',
  approved: '等家属确认',
  agreed: '待打款',
  objected: '家属有异议，待复核',
  paying: '银行处理中',
  paid: '已到账',
  paymentFailed: '打款失败',
  returned: '退回重审',
  refused: '不予赔付',
  closed: '已结案',
  reopened: '重新打开，待审核',
  withdrawn: '家属撤回',
};

/** What was done when a case came into a state. */
export const DESK_STEP_WORDS: Readonly<Record<ClaimState, string>> = {
  reported: '报案',
  accepted: '受理',
  registered: '立案',
  assessed: '审核，算出金额',
  papersAsked: '要求补材料',
  investigating: '开始调查',
  approved: '批准',
  agreed: '家属同意',
  objected: '家属提出异议',
  paying: '交银行打款',
  paid: '赔款到账',
  paymentFailed: '银行退回',
  returned: '退回重审',
  refused: '不予赔付',
  closed: '结案',
  reopened: '重新打开',
  withdrawn: '家属撤回',
};

/** Who did a step: a colleague with role and name, or the family. */
export const actorWords = (role: ClaimMover | PaperViewer, name: string | null): string => {
  if (role === 'member') return '投保家庭';
  if (role === 'timer') return '系统';
  return name === null ? STAFF_ROLE_WORDS[role] : `${name}（${STAFF_ROLE_WORDS[role]}）`;
};

/** What a colleague reads on a case of their own household. Source: domain R20. */
export const OWN_CASE_WORDS = '自家的案子，由别人办';
