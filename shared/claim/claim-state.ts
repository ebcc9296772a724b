import { z } from '../zod';
import type { Role } from '../identity/role';

/** Where a claim stands. Source: domain "Claims". */
export const claimState = z.enum([
  'reported',
  'accepted',
  'registered',
  'assessed',
  'approved',
  'paying',
  'paid',
  'paymentFailed',
  'returned',
  'refused',
  'withdrawn',
]);
export type ClaimState = z.infer<typeof claimState>;

interface Transition {
  readonly from: ClaimState;
  readonly to: ClaimState;
  /** Who may make the move. */
  readonly by: Role;
}

/**
 * Every legal move. A handler accepts, registers and assesses; another person approves or returns; the cashier sends
 * the money and enters the bank's result. Source: domain R15, R20, R23.
 */
export const CLAIM_TRANSITIONS: readonly Transition[] = [
  { from: 'reported', to: 'accepted', by: 'handler' },
  { from: 'accepted', to: 'registered', by: 'handler' },
  { from: 'registered', to: 'assessed', by: 'handler' },
  { from: 'returned', to: 'assessed', by: 'handler' },
  { from: 'assessed', to: 'approved', by: 'approver' },
  { from: 'assessed', to: 'returned', by: 'approver' },
  { from: 'assessed', to: 'refused', by: 'approver' },
  { from: 'approved', to: 'paying', by: 'cashier' },
  { from: 'paying', to: 'paid', by: 'cashier' },
  { from: 'paying', to: 'paymentFailed', by: 'cashier' },
  { from: 'paymentFailed', to: 'paying', by: 'cashier' },
  { from: 'reported', to: 'withdrawn', by: 'member' },
  { from: 'accepted', to: 'withdrawn', by: 'member' },
  { from: 'registered', to: 'withdrawn', by: 'member' },
];

/** Whether a role may move a claim from one state to another. */
export const mayMove = (from: ClaimState, to: ClaimState, role: Role): boolean =>
  CLAIM_TRANSITIONS.some((move) => move.from === from && move.to === to && move.by === role);

/** Plain words for a state, as the family reads them; the lawful term stands in brackets where law needs it. */
export const CLAIM_STATE_WORDS: Readonly<Record<ClaimState, string>> = {
  reported: '已报案',
  accepted: '已受理',
  registered: '开始办理（立案）',
  assessed: '审核完成，等待批准',
  approved: '已批准，准备打款',
  paying: '正在打款',
  paid: '赔款已到账',
  paymentFailed: '打款没有成功',
  returned: '退回重新审核',
  refused: '不予赔付',
  withdrawn: '您已撤回',
};

/** A claim in one of these is still being decided. */
export const UNDECIDED_STATES: readonly ClaimState[] = [
  'reported',
  'accepted',
  'registered',
  'assessed',
  'returned',
];
/** A claim in one of these is over. */
export const CLOSED_STATES: readonly ClaimState[] = ['paid', 'refused', 'withdrawn'];
