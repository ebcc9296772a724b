/** Where a family complains about a policy. */
export const complainOfPolicyPath = (policyId: string): string =>
  `/packages/claim/pages/complain/complain?policyId=${policyId}`;

/** Where a family sees its complaints and the answers. */
export const COMPLAINTS_PATH = '/packages/claim/pages/complaints/complaints';
