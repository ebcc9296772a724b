import { documentHash } from '../catalogue/document-hash';
import type { Insurer, Plan, SaleDocument } from '../../../shared/product/plan.schema';

/** Placeholder of the county's insurer: the hotline is the source's, the name an example until the insurer signs. */
const INSURER: Insurer = {
  name: '示例人寿保险股份有限公司明溪支公司',
  hotline: '95519',
  complaintChannel: '拨打 95519 转投诉，15 天内答复；也可拨打 12378 银行保险消费者投诉热线。',
};

type Text = Omit<SaleDocument, 'sha256'>;

const hashed = (text: Text): SaleDocument => ({ ...text, sha256: documentHash(text) });

interface Figures {
  readonly line: string;
  readonly accidentText: string;
  readonly medicalText: string;
}

const clauses = ({ line, accidentText, medicalText }: Figures): SaleDocument =>
  hashed({
    id: `${line}-clauses`,
    kind: 'clauses',
    version: '2026.1',
    title: '保障条款（示例）',
    sections: [
      {
        heading: '第一条 保谁',
        paragraphs: ['一张保单保一家人：丈夫、妻子和子女。保障开始那天，每个人要满 28 天、不超过 65 岁。'],
      },
      {
        heading: '第二条 什么时候开始',
        paragraphs: ['付款第二天 0 点（北京时间）开始，保一年。开始之前发生的意外不在保障内。'],
      },
      {
        heading: '第三条 意外身故和伤残',
        paragraphs: [
          accidentText,
          '意外发生之日起 180 天内身故的，赔本人那一份，已赔的伤残要减去。',
          '伤残按《人身保险伤残评定标准及代码》（JR/T 0083-2013）评定，1 级赔 100%，每低一级少 10%，10 级赔 10%。',
        ],
      },
      {
        heading: '第四条 意外医疗',
        paragraphs: [
          medicalText,
          '每次意外自己先承担 100 元（免赔额）。医保报销过的，剩下的合理费用赔 90%；没有医保报销的赔 80%。',
        ],
      },
      {
        heading: '第五条 怎么理赔',
        paragraphs: [
          '在小程序里填写经过、上传照片和银行卡。受理后 3 个工作日内给您答复，情况复杂的 15 个工作日内。',
        ],
      },
      {
        heading: '第六条 退保',
        paragraphs: ['保障开始之前退保，退还全部保费。开始之后没有理赔的，按剩余天数退还。'],
      },
    ],
  });

const exclusions = ({ line }: Figures): SaleDocument =>
  hashed({
    id: `${line}-exclusions`,
    kind: 'exclusions',
    version: '2026.1',
    title: '这些情况不赔（示例）',
    sections: [
      {
        heading: '责任免除',
        paragraphs: [
          '投保人故意造成的伤害。',
          '自己故意伤害自己，或者故意犯罪。',
          '酒后开车、没有驾驶证开车、开没有行驶证的车。',
          '打架斗殴、吸毒。',
          '疾病、中暑、猝死，药物过敏。',
          '战争、核爆炸、核辐射。',
        ],
      },
      { heading: '医疗里不赔的', paragraphs: ['和这次意外无关的检查和治疗。', '整容、镶牙、康复器具。'] },
    ],
  });

const health = ({ line }: Figures): SaleDocument =>
  hashed({
    id: `${line}-health`,
    kind: 'health',
    version: '2026.1',
    title: '健康告知（示例）',
    sections: [
      {
        heading: '请如实告知',
        paragraphs: [
          '所有家人身体健康，能正常生活、劳动或上学。',
          '没有人正在住院，也没有人已评上一级到三级残疾。',
          '如果有不符合的情况，请先打 95519 问清楚再买；没有如实告知的，可能不赔。',
        ],
      },
    ],
  });

/** Ten equal steps: grade g pays (11 − g) × 10 %. Source: domain R7, JR/T 0083-2013. */
const DISABILITY = {
  standard: 'JR/T 0083-2013',
  version: '2013',
  gradeRatios: [10_000, 9_000, 8_000, 7_000, 6_000, 5_000, 4_000, 3_000, 2_000, 1_000],
};

interface PlanFacts {
  readonly price: '100' | '200';
  readonly position: number;
  readonly isSample: boolean;
  readonly accidentSumFen: number;
  readonly medicalLimitFen: number;
  readonly accidentText: string;
  readonly medicalText: string;
}

const familyPlan = (year: number, facts: PlanFacts): Plan => {
  const line = `family-accident-${facts.price}`;
  const texts = { line, accidentText: facts.accidentText, medicalText: facts.medicalText };
  return {
    id: `fj-mingxi-${year}-${line}`,
    line,
    version: 1,
    regionCode: '350421',
    year,
    name: `家庭意外险 ${facts.price} 元`,
    productName: `计划生育家庭意外伤害保险（${facts.price} 元款，示例）`,
    filingNumber: `示例备案〔${year}〕意外险 ${facts.price} 号`,
    isSample: facts.isSample,
    priceFen: Number(facts.price) * 100,
    priceUnit: 'household',
    maxCopies: 1,
    insuredSex: 'any',
    admitsNewborns: true,
    insurer: INSURER,
    accident: {
      kind: 'accident',
      sumFen: facts.accidentSumFen,
      disability: DISABILITY,
      clause: '保障条款第三条',
    },
    medical: {
      kind: 'medical',
      limitFen: facts.medicalLimitFen,
      deductibleFen: 100_00,
      ratioAfterSocialInsurance: 9_000,
      ratioWithoutSocialInsurance: 8_000,
      clause: '保障条款第四条',
    },
    allowance: null,
    illness: null,
    minAgeDays: 28,
    maxAgeYears: 65,
    renewalMaxAgeYears: 70,
    maxMembers: 8,
    documents: [clauses(texts), exclusions(texts), health(texts)],
    position: facts.position,
  };
};

/**
 * The demo county's plans of a year: the 100 plan of the county notice (212,000 in all), and a 200 plan whose sums no
 * source gives, shown as 示例 on every screen. Deductible and ratios are other counties' figures. Source: domain "Products", R9.
 */
export const demoPlans = (year: number): Plan[] => [
  familyPlan(year, {
    price: '100',
    position: 1,
    isSample: false,
    accidentSumFen: 200_000_00,
    medicalLimitFen: 12_000_00,
    accidentText: '全家一共 20 万元，由名单上的家人平分。三个人就是每人 6.67 万元左右。',
    medicalText: '全家一年共用 1.2 万元。',
  }),
  familyPlan(year, {
    price: '200',
    position: 2,
    isSample: true,
    accidentSumFen: 400_000_00,
    medicalLimitFen: 24_000_00,
    accidentText: '全家一共 40 万元（示例），由名单上的家人平分。',
    medicalText: '全家一年共用 2.4 万元（示例）。',
  }),
];
