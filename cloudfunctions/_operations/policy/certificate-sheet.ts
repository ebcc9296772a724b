import { RELATION_WORDS } from '../../../shared/household/member.schema';
import { formatYuan, formatYuanShort } from '../../../shared/money/fen';
import { CONSENT_AWAITED } from '../../../shared/policy/consent';
import { coverWords, SAMPLE_WORDS } from '../../../shared/policy/cover-words';
import type { PolicyView } from '../../../shared/policy/policy-view';
import { allowanceRuleOf, illnessRuleOf, medicalRuleOf } from '../../../shared/product/coverage-rules';
import { COVERAGE_WORDS, personSums } from '../../../shared/product/coverage-words';
import { chinaDayOf, formatChinaDate } from '../../../shared/time/china-day';
import type { Sheet, SheetTable } from '../../_core/ports/pdf';

const yuan = (fen: number): string => `${formatYuan(fen)} 元`;

/** A policy for paper. Numbers of documents stay masked: a sheet is passed on. */
interface Printed {
  readonly policy: PolicyView;
  readonly holderName: string;
  /** Names of who paid a share of the premium besides the family. */
  readonly sponsors: readonly string[];
  readonly code: Buffer;
}

const noticesOf = ({ policy }: Printed): Sheet['notices'] => {
  const { state, isSample, cancellation, lastDay } = policy;
  const over =
    state === 'cancelled' && cancellation
      ? [
          {
            tone: 'bad' as const,
            text: `${formatChinaDate(cancellation.day)}已退保，${coverWords(policy).join('')}`,
          },
        ]
      : state === 'ended'
        ? [{ tone: 'bad' as const, text: `保障已在 ${formatChinaDate(lastDay)} 24 点结束` }]
        : [];
  return [...over, ...(isSample ? [{ tone: 'due' as const, text: `示例：${SAMPLE_WORDS}` }] : [])];
};

const factsOf = ({ policy, holderName, sponsors }: Printed): Sheet['facts'] => {
  return [
    ['保单号', policy.policyNumber],
    ['保障时间', coverWords(policy).join('，')],
    ['投保人', holderName],
    ['产品全称', policy.productName],
    ['备案编号', policy.filingNumber],
    ['承保公司', policy.insurer.name],
    ['客服电话', policy.insurer.hotline],
    ...(policy.copies === 1 ? [] : [['份数', `${policy.copies} 份`] as const]),
    ['保费', yuan(policy.premiumFen)],
    ...(sponsors.length === 0 ? [] : [['出资单位', sponsors.join('、')] as const]),
    ['出单日期', formatChinaDate(chinaDayOf(policy.issuedAt))],
  ];
};

const peopleOf = ({ policy }: Printed): SheetTable => {
  const hasTotal = policy.accidentSumFen > 0;
  return {
    heading: '受保障的人（被保险人），每人最多赔的钱（保额）',
    columns: [
      { title: '姓名', width: 20, align: 'left' },
      { title: '关系', width: 10, align: 'left' },
      { title: '证件号', width: 30, align: 'left' },
      { title: '赔什么', width: 22, align: 'left' },
      { title: '最多赔', width: 22, align: 'right' },
    ],
    rows: policy.insured.map((person) => {
      const sums = personSums({ ...person, accidentFen: person.accidentShareFen });
      const waits = person.consentAwaited ? [`（${CONSENT_AWAITED}）`] : [];
      return [
        [person.name, ...waits].join('\n'),
        RELATION_WORDS[person.relation],
        person.maskedIdNumber,
        sums.map(({ label }) => label).join('\n'),
        sums.map(({ fen }) => yuan(fen)).join('\n'),
      ];
    }),
    total: hasTotal ? ['全家合计', '', '', COVERAGE_WORDS.accident, yuan(policy.accidentSumFen)] : [],
  };
};

const rulesOf = ({ policy }: Printed): Sheet['notes'] => {
  const { medical, allowance, illness } = policy;
  const rules = [
    ...(medical
      ? [
          `意外医疗费：全家共用，一年最多赔 ${formatYuanShort(medical.limitFen)} 元。${medicalRuleOf(medical)}。`,
        ]
      : []),
    ...(allowance ? [`住院津贴：${allowanceRuleOf(allowance)}。`] : []),
    ...(illness ? [`重病：${illnessRuleOf(illness)}。`] : []),
  ];
  return rules.length === 0 ? [] : [{ heading: '怎么赔', paragraphs: rules }];
};

const helpOf = ({ policy: { insurer } }: Printed): Sheet['notes'] => [
  {
    heading: '出了事怎么办',
    paragraphs: [
      `打客服电话 ${insurer.hotline}，或在“暖家保”小程序里点“我要理赔”，村里的服务专员也可以帮忙。`,
      `投诉：${insurer.complaintChannel}`,
    ],
  },
];

/** The certificate of a policy as a sheet: who, how much, how long, by whom, and the code that proves it. */
export const certificateSheet = (printed: Printed): Sheet => {
  const { policy, code } = printed;
  return {
    title: '电子保单',
    subtitle: policy.planName,
    notices: noticesOf(printed),
    facts: factsOf(printed),
    tables: [peopleOf(printed)],
    notes: [...rulesOf(printed), ...helpOf(printed)],
    code: { picture: code, caption: '微信扫一扫，查真假' },
    footer: `${policy.insurer.name} · 保单号 ${policy.policyNumber}${policy.isSample ? ' · 示例' : ''}`,
    issuedAt: policy.issuedAt,
  };
};
