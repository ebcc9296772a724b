/** Why a bank returns a transfer; the family is told in these words. */
export const RETURNED_REASONS = [
  '户名和卡号对不上，银行退回。',
  '卡号不存在，银行退回。',
  '账户已注销或冻结，银行退回。',
] as const;
