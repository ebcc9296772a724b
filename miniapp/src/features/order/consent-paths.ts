/** Where the buyer sends the links of a policy or order from, and sees who has answered. */
export const askConsentPath = (subjectId: string): string =>
  `/packages/buy/pages/ask-consent/ask-consent?subjectId=${subjectId}`;

/** Where such a link leads whom it was sent to. */
export const consentPath = (link: string): string => `/packages/buy/pages/consent/consent?link=${link}`;
