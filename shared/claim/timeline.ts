import type { z } from '../zod';
import { namesMissing, openPapers } from './asked-papers';
import { goesOnAs, paysNothing, type Claim } from './claim.schema';
import { CLAIM_STATE_WORDS, CLOSED_STATES, type ClaimState } from './claim-state';
import type { timelineStep } from './claim-view';

export type TimelineStep = z.infer<typeof timelineStep>;

/** The way a claim takes when nothing goes wrong. */
const USUAL_WAY: readonly ClaimState[] = [
  'reported',
  'accepted',
  'registered',
  'assessed',
  'approved',
  'agreed',
  'paying',
  'paid',
];

/** The usual step a state stands at, for what is still to come. */
const STANDS_AT: Readonly<Partial<Record<ClaimState, ClaimState>>> = {
  investigating: 'registered',
  returned: 'registered',
  objected: 'registered',
  reopened: 'registered',
  paymentFailed: 'agreed',
};

/** What is still to come, as things that will be done. */
const WORDS_TO_COME: Readonly<Partial<Record<ClaimState, string>>> = {
  accepted: '工作人员受理',
  registered: '开始办理（立案）',
  assessed: '审核：算清赔多少',
  approved: '另一位同事批准',
  agreed: '您看过、同意',
  paying: '打款到您的银行卡',
  paid: '赔款到账',
};

const stepsToCome = (claim: Pick<Claim, 'state' | 'steps'>): ClaimState[] => {
  const { state } = claim;
  if (CLOSED_STATES.includes(state)) return [];
  const standsAt = state === 'papersAsked' ? goesOnAs(claim) : (STANDS_AT[state] ?? state);
  return USUAL_WAY.slice(USUAL_WAY.indexOf(standsAt) + 1);
};

/** What happens now and what the family need do, in plain words; the promised day stands beside it, on its own. */
const noteNow = (claim: Claim): string => {
  switch (claim.state) {
    case 'reported':
      return '我们收到了。工作人员会尽快受理，您在家等消息就行。';
    case 'accepted':
      return '有人在办了。接下来核对材料，缺什么会一次告诉您。';
    case 'registered':
    case 'returned':
      return '正在审核、计算赔多少，您不用做什么。';
    case 'assessed':
      return '金额已经算好，等另一位同事批准。';
    case 'approved':
      return '请您看看怎么算的。同意就打款；不同意可以提一次异议，由另一位同事复核。';
    case 'papersAsked':
      return `还缺：${namesMissing(openPapers(claim)).join('、')}。补齐前不算时间。`;
    case 'investigating':
      return '正在向医院、派出所等核实，可能会打电话问您。';
    case 'objected':
      return '由另一位同事从头审核一遍。';
    case 'reopened':
      return '案子重新打开了，工作人员会再审核。已经赔的不受影响。';
    case 'agreed':
      return '财务会尽快把钱打到您的银行卡，最晚十天。';
    case 'closed':
      return '这件案子办完了。有新的情况，两年内可以申请重新办理。';
    case 'paying':
      return '钱已交给银行，到账后会发消息告诉您。';
    case 'paymentFailed':
      return '银行退回了这笔钱。请换一张能收款的卡，或者打电话跟我们核对，赔款不会少。';
    case 'paid':
      return '赔款已经打到您的银行卡，请查看短信或存折。';
    case 'refused':
      return claim.objection === null
        ? '不同意可以提一次异议，由另一位同事复核。'
        : '这是另一位同事复核后的结果。有新的情况，两年内可以申请重新办理。';
    case 'withdrawn':
      return '您已撤回这次报案，随时可以重新报案。';
  }
};

/** Reasons that the family reads besides its own: a refusal, the bank's. Notes between colleagues stay at the desk. */
const PUBLIC_REASONS: readonly ClaimState[] = ['refused', 'paymentFailed'];

const doneNote = (step: Claim['steps'][number]): string | null =>
  step.reason !== null && (step.by.role === 'member' || PUBLIC_REASONS.includes(step.state))
    ? `原因：${step.reason.replace(/。$/, '')}。`
    : null;

/**
 * The line that the family sees: what was done, where it stands, what comes next. A closed claim has no "now": its last
 * step is done, with what it means. Source: domain R39 (one thing at a time, plain words).
 */
export const timelineOf = (claim: Claim): TimelineStep[] => {
  const isOver = CLOSED_STATES.includes(claim.state);
  const last = claim.steps.length - 1;
  const happened = claim.steps.map((step, index): TimelineStep => {
    const reason = doneNote(step);
    const note = index === last ? [reason, noteNow(claim)].filter((part) => part !== null).join(' ') : reason;
    const isNow = index === last && !isOver;
    const status = isNow ? (step.state === 'papersAsked' ? 'paused' : 'now') : 'done';
    return { state: step.state, text: CLAIM_STATE_WORDS[step.state], status, at: step.at, note };
  });
  const toCome = stepsToCome(claim).map((state): TimelineStep => ({
    state,
    text: WORDS_TO_COME[state] ?? CLAIM_STATE_WORDS[state],
    status: 'next',
    at: null,
    note: null,
  }));
  return [...happened, ...toCome];
};

/** States from which on the family sees the statement. Source: domain R21. */
const DECIDED_TO_PAY: readonly ClaimState[] = ['approved', 'agreed', 'paying', 'paid', 'paymentFailed'];

/** The decision that stands: to pay, to refuse, or none yet. */
export const decisionOf = ({ state, drawn }: Pick<Claim, 'state' | 'drawn'>): 'pay' | 'refuse' | null => {
  if (state === 'refused' || (state === 'closed' && paysNothing(drawn))) return 'refuse';
  return DECIDED_TO_PAY.includes(state) || state === 'closed' ? 'pay' : null;
};

/** What was decided, in fen: nothing yet is null, a refusal is zero. */
export const decidedFen = (claim: Pick<Claim, 'state' | 'drawn'>): number | null => {
  const decision = decisionOf(claim);
  if (decision === null) return null;
  return decision === 'pay' ? (claim.drawn?.totalFen ?? 0) : 0;
};
