import { formatYuanShort } from '../../../shared/money/fen';
import type { Plan, SaleDocument } from '../../../shared/product/plan.schema';
import { COMMON_SECTIONS, INSURER, page, privacyPages } from './pages';

interface HealthPlan {
  readonly sex: 'female' | 'male';
  readonly name: string;
  readonly priceFen: number;
  readonly position: number;
  /** No source gives it: shown as 示例. */
  readonly sumFen: number;
  readonly diseases: readonly string[];
}

const WAITING_DAYS = 90;
const MAX_COPIES = 2;
const WHO = { female: '女性', male: '男性' } as const;

const clauses = (line: string, { sex, sumFen }: HealthPlan): SaleDocument =>
  page(line, 'clauses', '保障条款（示例）', [
    [
      '第一条 保谁',
      `只保${WHO[sex]}，按人买，每人最多 ${String(MAX_COPIES)} 份（示例）。保障开始那天要满 28 天、不超过 65 岁。`,
    ],
    [`第二条 ${COMMON_SECTIONS.start[0]}`, COMMON_SECTIONS.start[1]],
    [
      '第三条 重大疾病',
      `在保障期内，由医院第一次确诊得了病种清单里的病，每份一次赔 ${formatYuanShort(sumFen)} 元（示例），赔过以后这份保障结束。`,
      `第一次买的，头 ${String(WAITING_DAYS)} 天（等待期，示例）里确诊的不赔，退还保费；接着续保的没有等待期。`,
    ],
    COMMON_SECTIONS.claim,
    COMMON_SECTIONS.cancel,
  ]);

const documentsOf = (line: string, plan: HealthPlan): SaleDocument[] => [
  ...privacyPages(line),
  clauses(line, plan),
  page(line, 'exclusions', '这些情况不赔（示例）', [
    [
      '责任免除',
      '保障开始之前已经得的病，或者等待期里确诊的病。',
      '遗传性疾病、先天性畸形。',
      '投保人故意造成的伤害；自己故意伤害自己，或者故意犯罪。',
      '吸毒；战争、核爆炸、核辐射。',
    ],
  ]),
  page(line, 'diseases', '保哪些病（示例）', [['病种清单', ...plan.diseases]]),
  page(line, 'health', '健康告知（示例）', [
    [
      '请如实告知',
      '要参加的人没有得过癌症、没有正在检查的肿块或结节，也没有正在住院。',
      '没有肝硬化，不是乙肝病毒携带者。',
      '如果有不符合的情况，请先打 95519 问清楚再买；没有如实告知的，可能不赔。',
    ],
  ]),
];

const healthPlan = (year: number, facts: HealthPlan): Plan => {
  const line = `${facts.sex}-health`;
  return {
    id: `fj-mingxi-${String(year)}-${line}`,
    line,
    version: 1,
    regionCode: '350421',
    year,
    name: facts.name,
    productName: `${facts.name.split(' ')[0] ?? ''}疾病保险（示例）`,
    filingNumber: `示例备案〔${String(year)}〕疾病险 ${String(facts.position)} 号`,
    isSample: true,
    priceFen: facts.priceFen,
    priceUnit: 'person',
    maxCopies: MAX_COPIES,
    insuredSex: facts.sex,
    admitsNewborns: false,
    insurer: INSURER,
    accident: null,
    medical: null,
    allowance: null,
    illness: {
      kind: 'illness',
      sumFen: facts.sumFen,
      waitingDays: WAITING_DAYS,
      diseasesDocumentId: `${line}-diseases`,
      clause: '保障条款第三条',
    },
    minAgeDays: 28,
    maxAgeYears: 65,
    renewalMaxAgeYears: 70,
    maxMembers: 8,
    documents: documentsOf(line, facts),
    position: facts.position,
  };
};

/** Cover against listed diseases, priced per person; liver cancer was added on members' request. Source: domain "Products". */
export const healthPlans = (year: number): Plan[] => [
  healthPlan(year, {
    sex: 'female',
    name: '女性安康 200 元',
    priceFen: 200_00,
    position: 3,
    sumFen: 50_000_00,
    diseases: ['乳腺癌', '子宫颈癌', '子宫体癌', '卵巢癌', '肝癌'],
  }),
  healthPlan(year, {
    sex: 'male',
    name: '男性安康 100 元',
    priceFen: 100_00,
    position: 4,
    sumFen: 20_000_00,
    diseases: ['肺癌', '胃癌', '食管癌', '前列腺癌', '肝癌'],
  }),
];
