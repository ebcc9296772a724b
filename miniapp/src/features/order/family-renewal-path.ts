/** Where the card leads by which a relative renews for the family. */
export const familyRenewalPath = (code: string): string =>
  `/packages/buy/pages/renew-for-family/renew-for-family?code=${code}`;
