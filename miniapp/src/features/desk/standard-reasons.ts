import type { ClaimKind } from 'shared/claim/claim.schema';

/** Sentences that the desk writes every day. A colleague reads them; those of a refusal are read by the family. */
export const REGISTER_REASONS = {
  clear: ['事故经过清楚，材料齐全。', '责任明确，属于保障范围。'],
  disputed: ['事故原因需要进一步核实。', '伤情和报案内容对不上，需要核实。', '是否属于保障范围有争议。'],
} as const;

export const ASSESS_REASONS: Readonly<Record<ClaimKind, readonly string[]>> = {
  medical: ['发票、清单和病历相符，按规则计算。', '已扣除医保和别处报销的部分，按规则计算。'],
  disability: ['鉴定意见书明确，按鉴定等级计算。'],
  death: ['死亡证明和关系证明齐全，按规则计算。'],
};

export const RETURN_REASONS: Readonly<Record<ClaimKind, readonly string[]>> = {
  medical: ['发票金额和清单对不上，请核对后重新录入。', '缺医保结算单，请补齐后再审。'],
  disability: ['伤残等级和鉴定意见书不一致，请核对。', '鉴定意见书看不清，请重新拍照。'],
  death: ['缺死亡证明，请补齐后再审。', '缺关系证明，请补齐后再审。'],
};

/** Plain words, without blame: the family reads them as they stand. Source: domain R16. */
export const REFUSE_REASONS = [
  '出事那天不在保障期内，这次不能赔。',
  '受伤不是意外引起的，不在保障范围内。',
  '扣除已报销和自己先承担的部分后，没有剩余的费用可赔。',
] as const;
