import type { ClaimState } from '../claim/claim-state';

/**
 * How far a claim is, as the specialist is told who helped to file it: what the family may need help with next, never
 * what was decided. Source: domain R40.
 */
export const HELPER_STATE_WORDS: Readonly<Record<ClaimState, string>> = {
  reported: '已报案',
  accepted: '正在办理',
  registered: '正在办理',
  papersAsked: '等家里补材料',
  investigating: '正在办理',
  assessed: '正在办理',
  returned: '正在办理',
  approved: '有结果了，等家里看',
  refused: '有结果了，等家里看',
  agreed: '正在办理',
  objected: '正在复核',
  paying: '正在办理',
  paid: '办完了',
  paymentFailed: '等家里换收款账户',
  closed: '办完了',
  withdrawn: '家里撤回了',
  reopened: '正在办理',
};
