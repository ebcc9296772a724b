/** Claims as their family reads them, one for every kind of answer; all tests of statements speak of these. */
import type { Statement, StatementPart } from '../claim/assessment.schema';
import type { ClaimView } from '../claim/claim-view';
import { instantAt } from '../time/china-day';

const POLICY = {
  policyId: 'pol_aaaaaaaaaaaaaaaaaaaa',
  policyNumber: '350421000001',
  planName: '家庭意外险 100 元',
};

/** A child's medical claim that is registered. */
export const claimSample: ClaimView = {
  claimId: 'clm_bbbbbbbbbbbbbbbbbbbb',
  claimNumber: '350421260001',
  personName: '王小雨',
  kind: 'medical',
  state: 'registered',
  stateText: '开始办理（立案）',
  reportedAt: instantAt('2026-06-05', '09:12'),
  accidentAt: instantAt('2026-06-04', '14:30'),
  promise: { day: '2026-06-12', provisional: false },
  decidedFen: null,
  version: 3,
  policies: [POLICY],
  clock: { share: 0.4, words: '还有 4 个工作日，6月12日（周五）前', state: 'running' },
  cause: 'fall',
  place: '村口下坡的路上',
  description: '骑车摔倒，左手骨折。',
  timeline: [
    {
      state: 'reported',
      text: '已报案',
      status: 'done',
      at: instantAt('2026-06-05', '09:12'),
      note: null,
    },
    {
      state: 'registered',
      text: '开始办理（立案）',
      status: 'now',
      at: instantAt('2026-06-05', '15:40'),
      note: '正在审核。',
    },
    { state: 'assessed', text: '审核：算清赔多少', status: 'next', at: null, note: null },
  ],
  payees: [
    { relation: 'guardian', holder: '王建国', maskedNumber: '**** 4567', bank: '农商银行', weight: 1 },
  ],
  photos: [],
  voice: null,
  missingPapers: [],
  statement: null,
  refusal: null,
  refusedParts: [],
  decidedAt: null,
  decidedBy: null,
  agreedAt: null,
  objectBy: null,
  advanceFen: 0,
  payouts: [],
  objection: null,
  rating: null,
  insurerName: '示例人寿',
  hotline: '95519',
  complaintChannel: '拨打 95519 转投诉',
  actions: ['sendPapers', 'withdraw'],
};

/** What one policy pays for the family's medical bills: 2,304.45. */
export const medicalPart: StatementPart = {
  ...POLICY,
  benefit: 'medical',
  lines: [
    { kind: 'plus', label: '县医院住院', amountFen: 386_050 },
    { kind: 'minus', label: '医保或别处已经报销的', amountFen: 120_000 },
    { kind: 'minus', label: '自己先承担的部分（免赔额）', amountFen: 10_000 },
    { kind: 'ratio', label: '剩下的按比例赔（给付比例）', ratio: 9_000 },
    { kind: 'total', label: '这一项赔给您', amountFen: 230_445 },
  ],
  formula: '（能赔的费用 3,860.50 − 别处已报销 1,200.00 − 免赔额 100.00）× 90% = 2,304.45',
  clause: '第四条',
  totalFen: 230_445,
  draws: 'medicalLimit',
  leftFen: 969_555,
  deductibleFen: 10_000,
  days: 0,
  rated: [],
};

export const medicalStatement: Statement = {
  parts: [medicalPart],
  refused: [],
  exGratia: [],
  totalFen: 230_445,
};

const decidedBy = { assessor: '周敏', assessedAt: instantAt('2026-06-07', '10:00'), approver: '吴刚' };
const decidedAt = instantAt('2026-06-08', '10:00');

/** A decision to pay that waits for the family. */
export const approvedSample: ClaimView = {
  ...claimSample,
  state: 'approved',
  stateText: '已批准，等您确认',
  version: 7,
  clock: null,
  decidedFen: 230_445,
  decidedAt,
  decidedBy,
  statement: medicalStatement,
  actions: ['agree', 'object'],
};

/** A refusal that may still be objected to. */
export const refusedSample: ClaimView = {
  ...claimSample,
  state: 'refused',
  stateText: '这次没有赔',
  version: 7,
  clock: null,
  decidedFen: 0,
  decidedAt,
  decidedBy,
  refusal: '酒后驾驶，条款不赔',
  refusedParts: [{ what: '全部费用', reason: '酒后驾驶受的伤', clause: '第七条责任免除' }],
  objectBy: '2026-07-07',
  actions: ['object', 'reopen'],
};

const heir = { relation: 'heir' as const, bank: '农业银行' };

/** After a death: two policies, money beyond the clauses, a part that is not paid, and two heirs, one of them with two parts of three. */
export const heirsSample: ClaimView = {
  ...approvedSample,
  personName: '王建国',
  kind: 'death',
  cause: 'traffic',
  payees: [
    { ...heir, holder: '李秀英', maskedNumber: '**** 1111', weight: 1 },
    { ...heir, holder: '王奶奶', maskedNumber: '**** 2222', weight: 2 },
  ],
  decidedFen: 13_250_000,
  statement: {
    parts: [
      ['家庭意外险 100 元', '350421000001', 10_000_000] as const,
      ['老年人意外险', '350421000002', 3_200_000] as const,
    ].map(([planName, policyNumber, totalFen]): StatementPart => ({
      ...medicalPart,
      planName,
      policyNumber,
      benefit: 'death',
      lines: [
        { kind: 'plus', label: '本人的意外保额', amountFen: totalFen },
        { kind: 'total', label: '这一项赔给您', amountFen: totalFen },
      ],
      formula: '本人的意外保额 − 以前为伤残赔过的 0.00',
      clause: '第三条',
      totalFen,
      draws: 'accidentShare',
      leftFen: 0,
      deductibleFen: 0,
    })),
    refused: [{ what: '护工费', reason: '条款里没有这一项', clause: '第七条' }],
    exGratia: [{ label: '丧葬补助', amountFen: 50_000, reason: '家里困难' }],
    totalFen: 13_250_000,
  },
};
