/** A policy as the cloud answers it, and its day, for tests of the family's pages; claims are in `shared/testing/sample-claims`. */
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
    correctable: 'nothing' as const,
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

/** The same, of which so much can be put right of everybody, or of the daughter alone. */
export const correctableSample = (what: 'all' | 'idNumber'): PolicyView => ({
  ...policySample,
  correctable: true,
  insured: policySample.insured.map((person) =>
    what === 'all' || person.relation === 'daughter' ? { ...person, correctable: what } : person,
  ),
});
