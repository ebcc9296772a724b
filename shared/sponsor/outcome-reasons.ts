/** Why a household of a roster is not issued, as the outcome keeps it. Source: domain R1, R5, R11, R27. */
export const SKIP_REASONS = {
  insuredAlready: '这段时间已有同一保障',
  doubleSubsidy: '已有单位替这户出钱',
  notEligible: '保障开始那天有人年龄不符',
  minorsCap: '孩子的身故保额会超过国家的上限',
} as const;
export type SkipReason = keyof typeof SKIP_REASONS;
