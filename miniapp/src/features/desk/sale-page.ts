/** Where a sale is shown again; without a number the page asks for one. */
export const salePage = (policyNumber = ''): string =>
  `/packages/desk/pages/sale/sale?policyNumber=${policyNumber}`;
