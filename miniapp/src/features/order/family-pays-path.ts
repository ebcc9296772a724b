/** Where the card leads that asks somebody else to pay. The order's id is the secret of the link. */
export const payForFamilyPath = (orderId: string): string =>
  `/packages/buy/pages/pay-for-family/pay-for-family?orderId=${orderId}`;

/** Where the buyer sends that card from, and sees whether it was paid. */
export const askFamilyPath = (orderId: string): string =>
  `/packages/buy/pages/ask-family/ask-family?orderId=${orderId}`;
