import type { Coverages, Plan, SaleDocument } from '../../../shared/product/plan.schema';
import { DISABILITY_TABLES } from './disability-tables';
import { COMMON_SECTIONS, INSURER, page, privacyPages } from './pages';

interface FamilyPlan {
  readonly price: '100' | '200';
  readonly position: number;
  readonly isSample: boolean;
  readonly coverages: Coverages;
  /** What the clauses say of each coverage, as its clause's heading and text. */
  readonly accidentText: string;
  readonly gradingText: string;
  readonly medicalText: string;
  readonly allowanceText?: string;
}

const clauses = (line: string, plan: FamilyPlan): SaleDocument =>
  page(line, 'clauses', '保障条款（示例）', [
    ['第一条 保谁', '一张保单保一家人：丈夫、妻子和子女。保障开始那天，每个人要满 28 天、不超过 65 岁。'],
    [`第二条 ${COMMON_SECTIONS.start[0]}`, COMMON_SECTIONS.start[1]],
    [
      '第三条 意外身故和伤残',
      plan.accidentText,
      '意外发生之日起 180 天内身故的，赔本人那一份，已赔的伤残要减去。',
      plan.gradingText,
    ],
    [
      '第四条 意外医疗',
      plan.medicalText,
      '每次意外自己先承担 100 元（免赔额）。医保报销过的，剩下的合理费用赔 90%；没有医保报销的赔 80%。',
    ],
    ...(plan.allowanceText === undefined ? [] : [['第五条 意外住院津贴', plan.allowanceText] as const]),
    COMMON_SECTIONS.claim,
    COMMON_SECTIONS.cancel,
  ]);

const exclusions = (line: string): SaleDocument =>
  page(line, 'exclusions', '这些情况不赔（示例）', [
    [
      '责任免除',
      '投保人故意造成的伤害。',
      '自己故意伤害自己，或者故意犯罪。',
      '酒后开车、没有驾驶证开车、开没有行驶证的车。',
      '打架斗殴、吸毒。',
      '疾病、中暑、猝死，药物过敏。',
      '战争、核爆炸、核辐射。',
    ],
    ['医疗里不赔的', '和这次意外无关的检查和治疗。', '整容、镶牙、康复器具。'],
  ]);

const health = (line: string): SaleDocument =>
  page(line, 'health', '健康告知（示例）', [
    [
      '请如实告知',
      '所有家人身体健康，能正常生活、劳动或上学。',
      '没有人正在住院，也没有人已评上一级到三级残疾。',
      '如果有不符合的情况，请先打 95519 问清楚再买；没有如实告知的，可能不赔。',
    ],
  ]);

const familyPlan = (year: number, facts: FamilyPlan): Plan => {
  const line = `family-accident-${facts.price}`;
  return {
    id: `fj-mingxi-${String(year)}-${line}`,
    line,
    version: 1,
    regionCode: '350421',
    year,
    name: `家庭意外险 ${facts.price} 元`,
    productName: `计划生育家庭意外伤害保险（${facts.price} 元款，示例）`,
    filingNumber: `示例备案〔${String(year)}〕意外险 ${facts.price} 号`,
    isSample: facts.isSample,
    priceFen: Number(facts.price) * 100,
    priceUnit: 'household',
    maxCopies: 1,
    insuredSex: 'any',
    admitsNewborns: true,
    insurer: INSURER,
    ...facts.coverages,
    minAgeDays: 28,
    maxAgeYears: 65,
    renewalMaxAgeYears: 70,
    maxMembers: 8,
    documents: [...privacyPages(line), clauses(line, facts), exclusions(line), health(line)],
    position: facts.position,
  };
};

const coverages = (figures: {
  sumFen: number;
  limitFen: number;
  table: keyof typeof DISABILITY_TABLES;
}): Coverages => ({
  accident: {
    kind: 'accident',
    sumFen: figures.sumFen,
    disability: DISABILITY_TABLES[figures.table],
    clause: '保障条款第三条',
  },
  medical: {
    kind: 'medical',
    limitFen: figures.limitFen,
    deductibleFen: 100_00,
    ratioAfterSocialInsurance: 9_000,
    ratioWithoutSocialInsurance: 8_000,
    clause: '保障条款第四条',
  },
  allowance: null,
  illness: null,
});

/** The 100 plan of the county notice, and a 200 plan whose sums no source gives. Source: domain "Products", R9. */
export const familyPlans = (year: number): Plan[] => [
  familyPlan(year, {
    price: '100',
    position: 1,
    isSample: false,
    coverages: coverages({ sumFen: 200_000_00, limitFen: 12_000_00, table: 'industry2013' }),
    accidentText: '全家一共 20 万元，由名单上的家人平分。三个人就是每人 6.67 万元左右。',
    gradingText:
      '伤残按《人身保险伤残评定标准及代码》（JR/T 0083-2013）评定，1 级赔 100%，每低一级少 10%，10 级赔 10%。',
    medicalText: '全家一年共用 1.2 万元。',
  }),
  familyPlan(year, {
    price: '200',
    position: 2,
    isSample: true,
    coverages: {
      ...coverages({ sumFen: 400_000_00, limitFen: 24_000_00, table: 'national2024' }),
      allowance: {
        kind: 'allowance',
        perDayFen: 50_00,
        waitingDays: 3,
        maxDays: 90,
        clause: '保障条款第五条',
      },
    },
    accidentText: '全家一共 40 万元（示例），由名单上的家人平分。',
    gradingText:
      '伤残按《人身保险伤残评定标准》（GB/T 44893-2024）评定，1 级赔 100%，每低一级少 10%，10 级赔 10%。',
    medicalText: '全家一年共用 2.4 万元（示例）。',
    allowanceText:
      '因意外住院，每人每天赔 50 元（示例）。每次住院前 3 天不赔，从第 4 天起赔，一年最多赔 90 天（示例）。',
  }),
];
