import { policyPage, renewalPage } from 'shared/message/message-pages';

/** Pages of one policy. */
export const certificatePage = (policyId: string): string => `/${policyPage(policyId)}`;
export const cancelPage = (policyId: string): string =>
  `/packages/buy/pages/cancel/cancel?policyId=${policyId}`;
export const correctPage = (policyId: string): string =>
  `/packages/buy/pages/correct/correct?policyId=${policyId}`;
export const newbornPage = (policyId: string): string =>
  `/packages/buy/pages/newborn/newborn?policyId=${policyId}`;
export const renewPage = (policyId: string): string => `/${renewalPage(policyId)}`;
