const page = (name: string, query: string): string => `/packages/claim/pages/${name}/${name}?${query}`;
const ofClaim =
  (name: string) =>
  (claimId: string): string =>
    page(name, `claimId=${claimId}`);

/** Pages of one claim. */
export const progressPage = ofClaim('progress');
export const statementPage = ofClaim('statement');
export const refusalPage = ofClaim('refusal');
export const objectPage = ofClaim('object');
export const morePapersPage = ofClaim('more-papers');
export const newAccountPage = ofClaim('new-account');
export const ratePage = ofClaim('rate');
export const reopenPage = ofClaim('reopen');
export const withdrawPage = ofClaim('withdraw');
export const complainPage = ofClaim('complain');

/** One of those who are paid, while a report is being filled in. */
export const payeePage = (index: number): string => page('payee', `at=${index}`);

/** Whether somebody was covered, what it would come to, which papers are needed: before a report. */
export const BEFORE_PAGE = '/packages/claim/pages/before/before';

/** The first step of a report. */
export const FILING_PAGE = '/packages/claim/pages/who/who';
