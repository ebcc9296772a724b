/** A plan as the cloud answers it, for tests of the pages that sell. */
import type { PlanView } from 'shared/product/list-plans.contract';

/** One of the pages that are read and confirmed. */
export const salePage = (id: string, kind: 'clauses' | 'exclusions' | 'health') => ({
  id,
  kind,
  version: '2026.1',
  title: `说明 ${id}`,
  sha256: id.padEnd(64, '0'),
});

export const planSample: PlanView = {
  id: 'plan-100',
  line: 'family-accident-100',
  version: 1,
  regionCode: '350421',
  year: 2027,
  name: '家庭意外险 100 元',
  productName: '家庭意外伤害保险',
  filingNumber: '备案 1 号',
  isSample: false,
  priceFen: 100_00,
  priceUnit: 'household',
  maxCopies: 1,
  insuredSex: 'any',
  admitsNewborns: true,
  insurer: { name: '示例人寿保险股份有限公司', hotline: '95519', complaintChannel: '打 95519 转投诉。' },
  accident: {
    kind: 'accident',
    sumFen: 200_000_00,
    disability: {
      standard: 'JR/T 0083-2013',
      version: '2013',
      gradeRatios: Array.from({ length: 10 }, () => 1_000),
    },
    clause: '第三条',
  },
  medical: {
    kind: 'medical',
    limitFen: 12_000_00,
    deductibleFen: 100_00,
    ratioAfterSocialInsurance: 9_000,
    ratioWithoutSocialInsurance: 8_000,
    clause: '第四条',
  },
  allowance: null,
  illness: null,
  minAgeDays: 28,
  maxAgeYears: 65,
  renewalMaxAgeYears: 70,
  maxMembers: 8,
  documents: [
    salePage('clauses', 'clauses'),
    salePage('exclusions', 'exclusions'),
    salePage('health', 'health'),
  ],
  position: 1,
};

/** What is offered in the village. */
export const offerSample = {
  villageName: '坪埠村',
  townshipName: '城关乡',
  startDay: '2027-05-04',
  plans: [planSample],
};
