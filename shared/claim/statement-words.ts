import { formatRatio, formatYuan, type Fen } from '../money/fen';
import { chinaDayOf, formatChinaDate, type ChinaDay } from '../time/china-day';
import type { StatementLine, StatementPart } from './assessment.schema';
import type { ClaimView } from './claim-view';
import { payBy, refuseInWritingBy } from './clocks';
import { runsOutOn } from './limitation';
import { payeeSharesOf } from './payees';

/** What of a claim its statement speaks of. */
export type StatedClaim = Omit<ClaimView, 'photos' | 'voice'>;

interface BenefitWords {
  readonly name: string;
  /** The formula in words. */
  readonly formula: string;
  /** What is left afterwards. */
  readonly left: (yuan: string) => string;
}

/** Each benefit in the family's words. */
export const BENEFIT_WORDS: Readonly<Record<StatementPart['benefit'], BenefitWords>> = {
  medical: {
    name: '医疗费',
    formula: '发票里能赔的金额，减去别处已报销的，减去自己先承担的，剩下的按比例赔。',
    left: (yuan) => `这次赔完，全家医疗还能赔 ${yuan} 元。`,
  },
  allowance: {
    name: '住院补贴',
    formula: '每天补的钱，乘以能补的天数。',
    left: (yuan) => `这次赔完，这一年的住院补贴还能赔 ${yuan} 元。`,
  },
  disability: {
    name: '伤残',
    formula: '本人的意外保额，乘以伤残等级的比例，减去以前为同一处赔过的。',
    left: (yuan) => `这次赔完，本人的意外保额还剩 ${yuan} 元。`,
  },
  death: {
    name: '身故',
    formula: '本人的意外保额，减去以前为伤残赔过的。',
    left: (yuan) => `这次赔完，本人的意外保额还剩 ${yuan} 元。`,
  },
  illness: {
    name: '重大疾病',
    formula: '确诊条款里列的病，按本人的疾病保额赔。',
    left: (yuan) => `这次赔完，本人的疾病保额还剩 ${yuan} 元。`,
  },
};

/** `这次赔完，全家医疗还能赔 9,695.55 元。` */
export const leftWords = ({ benefit, leftFen }: Pick<StatementPart, 'benefit' | 'leftFen'>): string =>
  BENEFIT_WORDS[benefit].left(formatYuan(leftFen));

/** A line's figure with its sign: `3,860.50`, `− 100.00`, `× 90%`; a limit as what it allows at most. */
export const figureOf = ({ kind, amountFen = 0, ratio = 0 }: StatementLine): string => {
  switch (kind) {
    case 'plus':
    case 'total':
      return formatYuan(amountFen);
    case 'minus':
      return amountFen === 0 ? formatYuan(0) : `− ${formatYuan(amountFen)}`;
    case 'ratio':
      return `× ${formatRatio(ratio)}`;
    case 'limit':
      return `最多 ${formatYuan(amountFen)}`;
  }
};

/** What this decision pays beyond what was ordered before it. */
export const payableFen = ({ statement, advanceFen }: Pick<StatedClaim, 'statement' | 'advanceFen'>): Fen =>
  Math.max(0, (statement?.totalFen ?? 0) - advanceFen);

/** What each payee gets by this decision, in the order of the payees. Source: domain R26. */
export const payeeDues = (claim: Pick<StatedClaim, 'statement' | 'advanceFen' | 'payees'>): Fen[] =>
  payeeSharesOf(payableFen(claim), claim.payees);

const dated = (name: string | null, day: ChinaDay | null): string =>
  [name ?? '承保公司的同事', ...(day === null ? [] : [formatChinaDate(day)])].join('，');
const dayOf = (at: number | null): ChinaDay | null => (at === null ? null : chinaDayOf(at));

/** Who decided: two people of the insurer, by name, with their days. Source: domain R20, R21. */
export const deciders = ({
  decidedBy,
  decidedAt,
  refusal,
}: Pick<StatedClaim, 'decidedBy' | 'decidedAt' | 'refusal'>): (readonly [task: string, who: string])[] =>
  decidedBy === null
    ? []
    : [
        ['审核', dated(decidedBy.assessor, dayOf(decidedBy.assessedAt))],
        [refusal === null ? '批准' : '决定不赔', dated(decidedBy.approver, dayOf(decidedAt))],
      ];

/** By when the law wants the money paid, or the refusal written. Source: domain R16. */
export const deadlineWords = ({
  refusal,
  decidedAt,
  agreedAt,
}: Pick<StatedClaim, 'refusal' | 'decidedAt' | 'agreedAt'>): string => {
  if (refusal === null) {
    return agreedAt === null
      ? '您同意以后，最晚 10 天打到卡上（保险法第二十三条）。'
      : `您在 ${formatChinaDate(chinaDayOf(agreedAt))}同意，最晚 ${formatChinaDate(payBy(agreedAt))}打到卡上（保险法第二十三条）。`;
  }
  const last = decidedAt === null ? '' : `，最晚 ${formatChinaDate(refuseInWritingBy(decidedAt))}`;
  return `不赔的书面通知和理由，决定后 3 天内给您${last}（保险法第二十四条）。`;
};

/** How to object: once, by when, and who reviews. Source: domain R22. */
export const objectionWords = ({
  objection,
  actions,
  objectBy,
}: Pick<StatedClaim, 'objection' | 'actions' | 'objectBy'>): string => {
  if (objection !== null) return '您已经提过一次异议，这是另一位同事复核后的结果，不能再提。';
  if (!actions.includes('object')) return '这个决定已经办完，不能再提异议。';
  const review = '写明哪里不对，由另一位同事从头复核。';
  return objectBy === null
    ? `同意之前可以提一次异议：${review}没有同意之前，钱不会打，也不影响您的权利。`
    : `最晚 ${formatChinaDate(objectBy)}可以提一次异议：${review}`;
};

/** The insurer's channel, and the days in which it must answer, said once. Source: domain R22. */
const complaintWords = (channel: string): string =>
  channel.includes('15 天') ? `投诉：${channel}` : `投诉（15 天内答复您）：${channel}`;

/** Every other way that stands open: a complaint, new facts, the court. Source: domain R14, R22. */
export const otherWays = ({
  kind,
  accidentAt,
  complaintChannel,
}: Pick<StatedClaim, 'kind' | 'accidentAt' | 'complaintChannel'>): string[] => {
  const last = formatChinaDate(runsOutOn(chinaDayOf(accidentAt)));
  return [
    complaintWords(complaintChannel),
    '有新材料、新情况：办结后两年内可以申请重新办理。',
    kind === 'death'
      ? '一直谈不拢，可以去法院起诉（保险法第二十六条）。'
      : `一直谈不拢，可以去法院起诉：从知道出事那天起两年内，按出事那天算到 ${last}（保险法第二十六条）。`,
  ];
};
