/** Records as the cloud answers them, for tests of the claim's pages. */
import type { Statement } from 'shared/claim/assessment.schema';
import type { ClaimView } from 'shared/claim/claim-view';
import type { PolicyView } from 'shared/policy/policy-view';
import { instantAt } from 'shared/time/china-day';

export const TODAY = '2026-06-08';

export const policySample: PolicyView = {
  policyId: 'pol_aaaaaaaaaaaaaaaaaaaa',
  policyNumber: '350421000001',
  planName: '家庭意外险 100 元',
  productName: '家庭意外伤害保险',
  filingNumber: '示例备案号',
  isSample: true,
  insurer: { name: '示例人寿', hotline: '95519', complaintChannel: '95519' },
  copies: 1,
  premiumFen: 10_000,
  issuedAt: instantAt('2026-01-01', '09:00'),
  startDay: '2026-01-02',
  lastDay: '2027-01-01',
  state: 'active',
  renewableUntil: null,
  correctable: false,
  cancellation: null,
  insured: [
    ['王建国', 'self', true] as const,
    ['李秀英', 'spouse', true] as const,
    ['王小雨', 'daughter', false] as const,
  ].map(([name, relation, isAdult]) => ({
    name,
    relation,
    isAdult,
    consentAwaited: false,
    maskedIdNumber: '3504**********0019',
    accidentShareFen: 6_666_667,
    accidentLeftFen: 6_666_667,
    allowancePerDayFen: 0,
    illnessSumFen: 0,
  })),
  accidentSumFen: 20_000_000,
  medical: {
    limitFen: 1_200_000,
    leftFen: 1_200_000,
    deductibleFen: 10_000,
    ratioAfterSocialInsurance: 9_000,
    ratioWithoutSocialInsurance: 8_000,
  },
  allowance: null,
  illness: null,
};

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
  policies: [
    {
      policyId: policySample.policyId,
      policyNumber: policySample.policyNumber,
      planName: policySample.planName,
    },
  ],
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
export const medicalPart: Statement['parts'][number] = {
  policyId: policySample.policyId,
  policyNumber: policySample.policyNumber,
  planName: policySample.planName,
  benefit: 'medical',
  lines: [
    { kind: 'plus', label: '县医院住院', amountFen: 386_050 },
    { kind: 'minus', label: '别处已报销', amountFen: 120_000 },
    { kind: 'minus', label: '自己先承担', amountFen: 10_000 },
    { kind: 'ratio', label: '赔付比例', ratio: 9_000 },
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

/** A decision to pay that waits for the family. */
export const approvedSample: ClaimView = {
  ...claimSample,
  state: 'approved',
  stateText: '已批准，等您确认',
  version: 7,
  clock: null,
  decidedFen: 230_445,
  decidedAt: instantAt('2026-06-08', '10:00'),
  decidedBy: { assessor: '周敏', assessedAt: null, approver: '吴刚' },
  statement: { parts: [medicalPart], refused: [], exGratia: [], totalFen: 230_445 },
  actions: ['agree', 'object'],
};
