import { useEffect } from 'react';
import type { OutputOf } from 'shared/contract/contract';
import { checkRoster, getRoster } from 'shared/roster/roster.contracts';
import { pause } from '@/lib/time/pause';
import { useQueryOf, type Answer } from '@/lib/query/use-query-of';
import { useRequest } from '@/lib/query/use-request';

/** Between two looks at the progress (ms). */
const LOOK_EVERY_MS = 2_000;

/**
 * A roster as it stands. While it is being checked this looks at the progress every two seconds, and goes on with the
 * check when nobody else does; the cloud's timer goes on when the page is left.
 */
export const useRosterCheck = (rosterId: string): Answer<OutputOf<typeof getRoster>> => {
  const answer = useQueryOf(getRoster, { rosterId });
  const { run } = useRequest(checkRoster);
  const { data, refetch } = answer;
  const isChecking = data?.roster.state === 'checking';
  const isWaiting = isChecking && !data.isAttended;

  useEffect(() => {
    if (!isChecking) return undefined;
    let isLeft = false;
    const look = async (): Promise<void> => {
      await pause(LOOK_EVERY_MS);
      if (isLeft) return;
      await refetch();
      await look();
    };
    void look();
    return () => {
      isLeft = true;
    };
  }, [isChecking, refetch]);

  useEffect(() => {
    if (isWaiting) void run({ rosterId }).then(refetch);
  }, [isWaiting, rosterId, run, refetch]);

  return answer;
};
