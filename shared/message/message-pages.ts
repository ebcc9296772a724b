/** Pages that a message opens, without a leading slash. WeChat refuses a message whose page is not published (41030). */
export const MESSAGE_PAGES = {
  claim: 'packages/claim/pages/progress/progress',
  policy: 'packages/buy/pages/certificate/certificate',
  cover: 'pages/cover/cover',
  gift: 'packages/buy/pages/gift/gift',
  askConsent: 'packages/buy/pages/ask-consent/ask-consent',
  renewal: 'packages/buy/pages/renew/renew',
  assisted: 'packages/claim/pages/assisted/assisted',
  complaints: 'packages/claim/pages/complaints/complaints',
  deskComplaints: 'packages/desk/pages/complaints/complaints',
  case: 'packages/desk/pages/case/case',
} as const;

export const claimPage = (claimId: string): string => `${MESSAGE_PAGES.claim}?claimId=${claimId}`;
/** What a specialist filled in for a family, by its link; also where that link leads in a chat. */
export const assistedPage = (link: string): string => `${MESSAGE_PAGES.assisted}?link=${link}`;
/** The case at the desk, for colleagues. */
export const casePage = (claimId: string): string => `${MESSAGE_PAGES.case}?claimId=${claimId}`;
export const renewalPage = (policyId: string): string => `${MESSAGE_PAGES.renewal}?policyId=${policyId}`;
export const askConsentPage = (subjectId: string): string =>
  `${MESSAGE_PAGES.askConsent}?subjectId=${subjectId}`;
export const policyPage = (policyId: string): string => `${MESSAGE_PAGES.policy}?policyId=${policyId}`;
