import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { openReferral } from 'shared/referral/open-referral.contract';
import type { OutputOf } from 'shared/contract/contract';
import { useQueryOf } from '@/lib/query/use-query-of';
import { rememberCode } from './referral-code';

/** Who stands behind a link: the village, its helper, the insurer. */
export type Referral = OutputOf<typeof openReferral>;

/** The link this family came by: from the page's address, otherwise the one remembered. */
export const useReferralCode = (): string | undefined => {
  const { params } = useRouter();
  return useState(() => rememberCode(params.ref))[0];
};

/** Asks who stands behind a link. */
export const useReferral = (code: string | undefined, enabled: boolean) =>
  useQueryOf(openReferral, { code: code ?? '' }, { enabled: enabled && code !== undefined });
