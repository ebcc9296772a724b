/** Pages of one claim. */
export const progressPage = (claimId: string): string =>
  `/packages/claim/pages/progress/progress?claimId=${claimId}`;
export const statementPage = (claimId: string): string =>
  `/packages/claim/pages/statement/statement?claimId=${claimId}`;
export const withdrawPage = (claimId: string): string =>
  `/packages/claim/pages/withdraw/withdraw?claimId=${claimId}`;

/** Whether somebody was covered, what it would come to, which papers are needed: before a report. */
export const BEFORE_PAGE = '/packages/claim/pages/before/before';

/** The first step of a report. */
export const FILING_PAGE = '/packages/claim/pages/who/who';
