import { z } from '../zod';
import type { StaffRole } from '../identity/role';

/** Where a claim stands. Source: domain "Claims". */
export const claimState = z.enum([
  'reported',
  'accepted',
  'registered',
  'papersAsked',
  'investigating',
  'assessed',
  'returned',
  'approved',
  'refused',
  'agreed',
  'objected',
  'paying',
  'paid',
  'paymentFailed',
  'closed',
  'withdrawn',
  'reopened',
]);
export type ClaimState = z.infer<typeof claimState>;

/** Who moves a claim: the family, a colleague in one of their roles, or the clock. */
export const claimMover = z.enum(['member', 'handler', 'approver', 'supervisor', 'cashier', 'timer']);
export type ClaimMover = z.infer<typeof claimMover>;

interface Transition {
  readonly from: ClaimState;
  readonly to: ClaimState;
  /** Who may make the move. */
  readonly by: ClaimMover;
}

const moves = (from: readonly ClaimState[], to: ClaimState, ...by: ClaimMover[]): Transition[] =>
  from.flatMap((state) => by.map((mover) => ({ from: state, to, by: mover })));

/** A handler has the case in hand and may ask, look closer or work it out. */
const IN_HAND: readonly ClaimState[] = ['registered', 'returned', 'objected', 'reopened'];

/**
 * Every legal move. A handler accepts, registers, asks for papers, investigates and assesses; another person approves,
 * returns or refuses; the family agrees or objects; the cashier sends the money and enters the bank's result; a
 * supervisor records an agreement given by phone and reopens; the clock closes. Source: domain R15–R17, R20–R23.
 */
export const CLAIM_TRANSITIONS: readonly Transition[] = [
  ...moves(['reported'], 'accepted', 'handler'),
  ...moves(['accepted'], 'registered', 'handler'),
  ...moves(['accepted', ...IN_HAND], 'papersAsked', 'handler'),
  // The papers came, or the case goes on without them; nobody has registered it yet who was asked at once.
  ...moves(['papersAsked'], 'registered', 'member', 'handler'),
  ...moves(['papersAsked'], 'accepted', 'member', 'handler'),
  ...moves(IN_HAND, 'investigating', 'handler'),
  ...moves(['investigating'], 'registered', 'handler'),
  ...moves(IN_HAND, 'assessed', 'handler'),
  ...moves(['assessed'], 'approved', 'approver'),
  ...moves(['assessed'], 'returned', 'approver'),
  ...moves(['assessed'], 'refused', 'approver'),
  ...moves(['approved'], 'agreed', 'member', 'supervisor'),
  ...moves(['approved', 'refused'], 'objected', 'member'),
  ...moves(['agreed'], 'paying', 'cashier'),
  ...moves(['paying'], 'paid', 'cashier'),
  // Everything was ordered in advance: nothing is left to send, and it has arrived, or does now.
  ...moves(['agreed'], 'paid', 'timer'),
  ...moves(['paying'], 'paymentFailed', 'cashier'),
  ...moves(['paymentFailed'], 'paying', 'cashier'),
  ...moves(['paid', 'refused'], 'closed', 'timer'),
  ...moves(['paid', 'refused', 'closed'], 'reopened', 'member', 'supervisor'),
  ...moves(['reported', 'accepted', 'registered', 'papersAsked', 'investigating'], 'withdrawn', 'member'),
];

/** Whether somebody may move a claim from one state to another. */
export const mayMove = (from: ClaimState, to: ClaimState, by: ClaimMover): boolean =>
  CLAIM_TRANSITIONS.some((move) => move.from === from && move.to === to && move.by === by);

/** Plain words for a state, as the family reads them; the lawful term stands in brackets where law needs it. */
export const CLAIM_STATE_WORDS: Readonly<Record<ClaimState, string>> = {
  reported: '已报案',
  accepted: '已受理',
  registered: '开始办理（立案）',
  papersAsked: '等您补材料',
  investigating: '正在核实情况',
  assessed: '审核完成，等待批准',
  returned: '退回重新审核',
  approved: '已批准，等您确认',
  refused: '不予赔付',
  agreed: '您已同意，准备打款',
  objected: '您有异议，正在复核',
  paying: '正在打款',
  paid: '赔款已到账',
  paymentFailed: '打款没有成功',
  closed: '已办结',
  withdrawn: '您已撤回',
  reopened: '重新办理',
};

/** A claim in one of these is still being decided: the clocks run. */
export const UNDECIDED_STATES: readonly ClaimState[] = [
  'reported',
  'accepted',
  'registered',
  'papersAsked',
  'investigating',
  'assessed',
  'returned',
  'objected',
  'reopened',
];
/** A claim in one of these is over, unless the family objects or it is opened again. */
export const CLOSED_STATES: readonly ClaimState[] = ['paid', 'refused', 'closed', 'withdrawn'];

/** Whose turn it is: the queue of that colleague, or nobody's at the desk. */
export const TURNS = ['handler', 'approver', 'cashier'] as const satisfies readonly StaffRole[];
export type Turn = (typeof TURNS)[number];
const TURN_AT: Readonly<Partial<Record<ClaimState, Turn>>> = {
  reported: 'handler',
  accepted: 'handler',
  registered: 'handler',
  investigating: 'handler',
  returned: 'handler',
  objected: 'handler',
  reopened: 'handler',
  assessed: 'approver',
  agreed: 'cashier',
  paying: 'cashier',
  paymentFailed: 'cashier',
};
/** Who at the desk does the next step; null while the family or nobody does. */
export const turnOf = (state: ClaimState): Turn | null => TURN_AT[state] ?? null;
