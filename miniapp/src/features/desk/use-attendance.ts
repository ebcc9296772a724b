import { useEffect, useState } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { attendCase } from 'shared/claim/attend-case.contract';
import type { OutputOf } from 'shared/contract/contract';
import { useRequest } from '@/lib/query/use-request';

/** How often a page that is shown gives a sign (ms). */
const SIGN_EVERY_MS = 45_000;

/**
 * Tells the desk that this case is open for as long as its page is shown, and answers which colleagues have it open too
 * and its newest version. A sign that does not get through is not worth a word: the next one follows.
 */
export const useAttendance = (claimId: string): OutputOf<typeof attendCase> | undefined => {
  const [isShown, setShown] = useState(true);
  const [present, setPresent] = useState<OutputOf<typeof attendCase>>();
  const { run } = useRequest(attendCase);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));

  useEffect(() => {
    if (!isShown) return;
    const sign = async () => {
      const answer = await run({ claimId });
      if (answer.ok) setPresent(answer.data);
    };
    void sign();
    const timer = setInterval(() => void sign(), SIGN_EVERY_MS);
    return () => clearInterval(timer);
  }, [claimId, isShown, run]);

  return present;
};
