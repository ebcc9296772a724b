import type { AccidentCause, ClaimKind } from './claim.schema';
import type { PaperKey } from './paper-key';

/** A paper, and what its photo must show. */
export interface Paper {
  readonly name: string;
  /** What to look at before the photo is taken, most important first. */
  readonly lookFor: readonly string[];
}

/** Every paper, in the family's words. Source: domain R13. */
export const PAPERS: Readonly<Record<PaperKey, Paper>> = {
  idCard: { name: '身份证', lookFor: ['正面、反面各拍一张', '没有过期'] },
  bankCard: { name: '银行卡', lookFor: ['拍有卡号的一面', '卡是收款人本人的'] },
  householdBook: { name: '户口本', lookFor: ['拍首页和本人那一页', '看得清是什么关系'] },
  invoice: { name: '医院发票', lookFor: ['合计金额看得清', '有医院的章', '每一张都拍'] },
  itemisedList: { name: '费用清单', lookFor: ['医院打印的明细', '每一页都拍'] },
  medicalRecord: { name: '病历', lookFor: ['写着看病的日子和诊断', '有医院的章'] },
  dischargeSummary: { name: '出院小结', lookFor: ['写着哪天住院、哪天出院', '有医院的章'] },
  socialInsuranceSettlement: { name: '医保结算单', lookFor: ['写着医保报了多少', '写着自己付了多少'] },
  appraisalReport: { name: '伤残鉴定报告', lookFor: ['写着伤残几级', '有鉴定机构的章', '每一页都拍'] },
  deathCertificate: { name: '死亡证明', lookFor: ['写着去世的日子和原因', '有医院或派出所的章'] },
  householdCancellation: { name: '户口注销证明', lookFor: ['派出所开的', '户口本上盖了注销章也可以'] },
  proofOfRelation: {
    name: '关系证明',
    lookFor: ['户口本、结婚证、出生证都可以', '看得出领钱的人和他是什么关系'],
  },
  policeReport: {
    name: '派出所或交警的证明',
    lookFor: ['写着哪天、在哪里、怎么出的事', '有派出所或交警的章'],
  },
  authorityLetter: { name: '委托书', lookFor: ['本人签了名', '写着委托谁、办什么事'] },
};

/** Whether a paper must come, or comes when there is one. */
export type PaperNeed = 'required' | 'ifAny';

/** A paper of one claim. */
export interface NeededPaper extends Paper {
  readonly key: PaperKey;
  readonly need: PaperNeed;
  /** When it is needed, of one that not everybody has; null for a required one. */
  readonly when: string | null;
}

interface Listed {
  readonly key: PaperKey;
  readonly need: PaperNeed;
  readonly when: string | null;
}

const required = (key: PaperKey): Listed => ({ key, need: 'required', when: null });
const ifAny = (key: PaperKey, when: string): Listed => ({ key, need: 'ifAny', when });

const FOR_KIND: Readonly<Record<ClaimKind, readonly Listed[]>> = {
  medical: [
    required('invoice'),
    required('itemisedList'),
    required('medicalRecord'),
    ifAny('dischargeSummary', '住过院的才有'),
    ifAny('socialInsuranceSettlement', '医保报过的才有'),
  ],
  allowance: [required('dischargeSummary')],
  disability: [required('appraisalReport'), ifAny('medicalRecord', '看过病的都有')],
  death: [
    required('deathCertificate'),
    required('householdCancellation'),
    required('proofOfRelation'),
    required('policeReport'),
  ],
  illness: [required('medicalRecord'), ifAny('dischargeSummary', '住过院的才有')],
};

/** What happened on a road, in water or by somebody's hand has a report; at home there may be none. */
const FOR_CAUSE: Readonly<Partial<Record<AccidentCause, readonly Listed[]>>> = {
  traffic: [required('policeReport')],
  drowning: [ifAny('policeReport', '派出所出过警的才有')],
  animal: [ifAny('policeReport', '报过警的才有')],
  other: [ifAny('policeReport', '报过警的才有')],
};

const forAll = (isMinor: boolean): Listed[] => [
  required('idCard'),
  isMinor ? required('householdBook') : ifAny('householdBook', '没有身份证的，用户口本代替'),
  required('bankCard'),
  ifAny('authorityLetter', '请别人替您办的才要'),
];

/** What a paper looks like in this claim, where it differs from what stands for all. */
export const paperOf = (key: PaperKey, kind: ClaimKind, cause: AccidentCause | undefined): Paper => {
  const paper = PAPERS[key];
  if (key === 'policeReport' && cause === 'traffic') return { ...paper, name: '交警的事故认定书' };
  if (key === 'medicalRecord' && kind === 'illness')
    return { name: '病历和诊断证明', lookFor: ['写着得的是什么病、哪天确诊', ...paper.lookFor.slice(1)] };
  if (key === 'bankCard' && kind === 'death')
    return { ...paper, lookFor: [paper.lookFor[0] ?? '', '领钱的人每人一张自己的卡'] };
  return paper;
};

/**
 * The papers of a claim: what its kind needs, what its cause adds, what everybody brings; what must come stands first.
 * The policy is on record here and is not asked for. A child is proved by the household book, with whoever is paid for
 * them. Source: domain R13, R26.
 *
 * @param cause undefined while the family has not said.
 */
export const papersFor = (
  kind: ClaimKind,
  cause: AccidentCause | undefined,
  { isMinor = false }: { readonly isMinor?: boolean } = {},
): NeededPaper[] => {
  const listed = [
    ...FOR_KIND[kind],
    ...(cause === undefined ? [] : (FOR_CAUSE[cause] ?? [])),
    ...forAll(isMinor),
  ];
  const once = listed.filter(({ key }, position) => listed.findIndex((one) => one.key === key) === position);
  const papers = once.map((one): NeededPaper => ({ ...one, ...paperOf(one.key, kind, cause) }));
  return [
    ...papers.filter(({ need }) => need === 'required'),
    ...papers.filter(({ need }) => need === 'ifAny'),
  ];
};
