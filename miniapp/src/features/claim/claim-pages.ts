/** Pages of one claim. */
export const progressPage = (claimId: string): string =>
  `/packages/claim/pages/progress/progress?claimId=${claimId}`;
export const statementPage = (claimId: string): string =>
  `/packages/claim/pages/statement/statement?claimId=${claimId}`;
export const withdrawPage = (claimId: string): string =>
  `/packages/claim/pages/withdraw/withdraw?claimId=${claimId}`;
