import type { Claim } from '../../../shared/claim/claim.schema';
import type { ClaimState } from '../../../shared/claim/claim-state';
import { maskAccount } from '../../../shared/identity/masking';
import { claimPage } from '../../../shared/message/message-pages';
import type { Message } from '../../../shared/message/message.schema';
import { amount, characterString, phrase, thing, time } from '../../../shared/message/template-fields';
import { namesMissing, openPapers } from '../../../shared/claim/asked-papers';
import { formatYuan } from '../../../shared/money/fen';
import { formatChinaDay, type EpochMs } from '../../../shared/time/china-day';
import type { Payout } from '../../../shared/payout/payout.schema';
import { composeMessage } from './compose-message';

interface Progress {
  readonly title: string;
  /** At most five Chinese characters. */
  readonly phrase: string;
  readonly body: string;
}

const byDay = (claim: Claim): string => `最晚 ${formatChinaDay(claim.promise.day)} 前给您答复`;

const lastReason = (claim: Claim): string => claim.steps[claim.steps.length - 1]?.reason ?? '';

/** What the family is told of a step; steps between colleagues are not news. */
const PROGRESS: Readonly<Partial<Record<ClaimState, (claim: Claim) => Progress>>> = {
  reported: (claim) => ({
    title: '收到您的报案',
    phrase: '已报案',
    body: `${claim.personName}的报案收到了，案件号 ${claim.number}。${byDay(claim)}。`,
  }),
  accepted: (claim) => ({
    title: '您的报案已受理',
    phrase: '已受理',
    body: `${claim.personName}的案子有人在办了。${byDay(claim)}。`,
  }),
  registered: (claim) => ({
    title: '开始办理（立案）',
    phrase: '办理中',
    body:
      claim.complexity === 'disputed'
        ? `${claim.personName}的案子需要多核实一些情况，${byDay(claim)}。`
        : `${claim.personName}的案子已开始办理，${byDay(claim)}。`,
  }),
  approved: (claim) => ({
    title: '算好了，请您确认',
    phrase: '待您确认',
    body: `${claim.personName}的案子批准了，赔 ${formatYuan(claim.statement?.totalFen ?? 0)} 元。请点开看怎么算的，同意了就打款。`,
  }),
  papersAsked: (claim) => ({
    title: '还缺材料，请您补',
    phrase: '待补材料',
    body: `${claim.personName}的案子还缺：${namesMissing(openPapers(claim)).join('、')}。一次补齐就行，补齐前不算时间。`,
  }),
  investigating: (claim) => ({
    title: '正在核实情况',
    phrase: '核实中',
    body: `${claim.personName}的案子要核实一些情况，${byDay(claim)}。`,
  }),
  objected: (claim) => ({
    title: '收到您的异议',
    phrase: '复核中',
    body: `${claim.personName}的案子由另一位同事重新审核，${byDay(claim)}。`,
  }),
  reopened: (claim) => ({
    title: '案子重新办理',
    phrase: '重新办理',
    body: `${claim.personName}的案子重新打开了，${byDay(claim)}。`,
  }),
  refused: (claim) => ({
    title: '这次不能赔付',
    phrase: '不予赔付',
    body: `${claim.personName}的案子不能赔付。原因：${lastReason(claim)}。不同意可以点开提出异议，由另一位同事复核。`,
  }),
};

/** News of the step a claim has just taken; undefined for steps that are no news to the family. */
export const claimProgressMessage = (claim: Claim, at: EpochMs): Message | undefined => {
  const progress = PROGRESS[claim.state]?.(claim);
  if (!progress) return undefined;
  return composeMessage({
    kind: 'claimProgress',
    about: [claim.id, String(claim.version)],
    openid: claim.openid,
    title: progress.title,
    body: progress.body,
    page: claimPage(claim.id),
    fields: {
      character_string1: characterString(claim.number),
      phrase2: phrase(progress.phrase),
      time3: time(at),
      thing4: thing(progress.title),
    },
    at,
  });
};

/** The family was asked for something and is silent: reminded once, and once more when a colleague is told to call. */
export const claimReminderMessage = (claim: Claim, alarm: Claim['alarm'], at: EpochMs): Message => {
  const isAnswer = claim.state === 'approved';
  const title = isAnswer ? '赔多少等您确认' : '材料还等您补';
  return composeMessage({
    kind: 'claimProgress',
    about: [claim.id, String(claim.version), 'reminder', alarm],
    openid: claim.openid,
    title,
    body: isAnswer
      ? `${claim.personName}的案子算好了，等您点开看一眼、点同意，就打款。`
      : `${claim.personName}的案子还缺：${namesMissing(openPapers(claim)).join('、')}。补齐后接着办。`,
    page: claimPage(claim.id),
    fields: {
      character_string1: characterString(claim.number),
      phrase2: phrase(isAnswer ? '待您确认' : '待补材料'),
      time3: time(at),
      thing4: thing(title),
    },
    at,
  });
};

/** The money has arrived. */
export const payoutNoticeMessage = (claim: Claim, payout: Payout, at: EpochMs): Message =>
  composeMessage({
    kind: 'payoutNotice',
    about: [payout.id],
    openid: claim.openid,
    title: '赔款已到账',
    body: `${claim.personName}的赔款 ${formatYuan(payout.amountFen)} 元已打到 ${payout.account.holder} 的银行卡（${maskAccount(payout.account.number)}）。`,
    page: claimPage(claim.id),
    fields: {
      character_string1: characterString(claim.number),
      amount2: amount(payout.amountFen),
      time3: time(at),
      thing4: thing('赔款已到账，请查收'),
    },
    at,
  });

/** The bank sent the money back; told once for each time. Source: domain R23. */
export const payoutFailedMessage = (claim: Claim, payout: Payout, at: EpochMs): Message =>
  composeMessage({
    kind: 'payoutFailed',
    about: [payout.id, String(claim.version)],
    openid: claim.openid,
    title: '打款没有成功',
    body: `银行退回了打给 ${payout.account.holder} 的 ${formatYuan(payout.amountFen)} 元赔款。原因：${payout.failureReason ?? ''}。请点开换一张能收款的卡，赔款不会少。`,
    page: claimPage(claim.id),
    fields: null,
    at,
  });
