/** The way from a plan to a policy, as the step bar names it. */
export const BUY_STEPS = ['填家人', '看条款', '签名付款'] as const;
