import { useState } from 'react';
import { requestSubscribe } from '@/lib/cloud/subscribe';

/** Whether the person was asked for WeChat's messages, and what they said. */
export type NoticesState = 'unasked' | 'accepted' | 'refused';

/** Asks by a tap for one message on the progress and one on the payout. */
export const useClaimNotices = (
  templates: { claimProgress: string; payoutNotice: string } | undefined,
): { state: NoticesState; ask: () => Promise<void> } => {
  const [state, setState] = useState<NoticesState>('unasked');
  return {
    state,
    ask: async () => {
      if (templates === undefined) return;
      const answers = await requestSubscribe([templates.claimProgress, templates.payoutNotice]);
      setState(Object.values(answers).includes('accept') ? 'accepted' : 'refused');
    },
  };
};
