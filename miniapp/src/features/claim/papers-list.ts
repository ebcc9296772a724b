import type { AccidentCause, ClaimKind } from 'shared/claim/claim.schema';

/** A paper worth a photo. */
export interface Paper {
  name: string;
  note?: string;
}

const FOR_ALL: readonly Paper[] = [{ name: '身份证正反面', note: '小孩没有的，拍户口本' }];

/** Source: domain R13. */
const FOR_KIND: Readonly<Record<ClaimKind, readonly Paper[]>> = {
  medical: [
    { name: '医院发票', note: '拍清楚合计金额' },
    { name: '费用清单', note: '医院打印的明细' },
    { name: '病历或出院小结' },
    { name: '医保结算单', note: '报过医保的才有' },
  ],
  allowance: [{ name: '出院小结', note: '写明哪天入院、哪天出院' }, { name: '医院发票' }],
  illness: [{ name: '诊断书' }, { name: '病理或检查报告' }, { name: '病历或出院小结' }],
  disability: [{ name: '伤残鉴定报告', note: '每一页都拍' }, { name: '病历或出院小结' }],
  death: [
    { name: '死亡证明' },
    { name: '户口注销证明' },
    { name: '能证明关系的', note: '户口本、结婚证' },
    { name: '派出所或交警的证明' },
  ],
};

const FOR_CAUSE: Readonly<Partial<Record<AccidentCause, readonly Paper[]>>> = {
  traffic: [{ name: '交警的事故认定书' }],
};

/** Which photos help for this kind and cause. Source: domain R13. */
export const papersFor = (kind: ClaimKind, cause: AccidentCause | undefined): Paper[] => [
  ...FOR_KIND[kind],
  ...(cause === undefined ? [] : (FOR_CAUSE[cause] ?? [])),
  ...FOR_ALL,
];
