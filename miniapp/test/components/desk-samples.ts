/** Cases as the cloud answers them, for tests of the desk's pages. */
import type { CaseView, QueueRow } from 'shared/claim/case-view';

export const DESK_TODAY = '2026-06-05';
const at = 1_780_000_000_000;

export const policyPart: CaseView['policies'][number] = {
  policyNumber: '350421000001',
  planName: '家庭意外险 100 元',
  startDay: '2026-01-01',
  lastDay: '2026-12-31',
  coveredAtAccident: true,
  insuredCount: 3,
  accidentShareFen: 6_666_667,
  accidentPaidFen: 0,
  medicalLimitFen: 1_200_000,
  medicalPaidFen: 0,
  allowancePerDayFen: 0,
  allowanceDaysPaid: 0,
  illnessSumFen: 0,
  illnessPaidFen: 0,
};

/** A medical case that is registered and waits for a handler, except what the test says. */
export const caseSample = (part: Partial<CaseView> = {}): CaseView => ({
  claimId: `clm_${'a'.repeat(24)}`,
  claimNumber: '350421260001',
  version: 3,
  state: 'registered',
  stateText: '开始办理（立案）',
  personName: '王小雨',
  consentAwaited: false,
  maskedIdNumber: '3504**********0428',
  ageAtAccident: 12,
  kind: 'medical',
  cause: 'fall',
  accidentAt: at,
  place: '坪埠村',
  description: '骑车摔倒。',
  complexity: 'clear',
  promise: { day: '2026-06-12', provisional: false },
  alarm: 'none',
  greenChannel: null,
  assistedBy: null,
  policies: [policyPart],
  payees: [
    {
      relation: 'guardian',
      holder: '王建国',
      maskedNumber: '**** 4567',
      bank: '农商银行',
      weight: 1,
      proof: null,
    },
  ],
  papers: [],
  voice: null,
  tellsLooks: false,
  notices: [],
  noticeAllowed: false,
  facts: null,
  warnings: [],
  statement: null,
  advance: null,
  panel: null,
  objection: null,
  orderedFen: 0,
  paidFen: 0,
  steps: [{ state: 'reported', stateText: '已报案', at, role: 'member', staffName: null, reason: null }],
  actions: ['assess'],
  isOwnHousehold: false,
  ...part,
});

/** A row of the queue that waits for the caller, except what the test says. */
export const rowSample = (name: string, part: Partial<QueueRow> = {}): QueueRow => ({
  claimId: `clm_${name}`,
  claimNumber: '350421260001',
  maskedName: `${name}*`,
  kind: 'medical',
  state: 'reported',
  stateText: '已报案',
  townshipName: '城关乡',
  promise: { day: '2026-06-20', provisional: false },
  dueDay: '2026-06-20',
  reportedAt: at,
  isGreen: false,
  alarm: 'none',
  mine: true,
  isOwnHousehold: false,
  ...part,
});
