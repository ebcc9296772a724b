import { useEffect, useRef, useState } from 'react';
import type { Photos } from '@/lib/media/use-photos';
import { isOnline } from '@/lib/network/network';
import type { ClaimForm } from './claim-draft';
import { leaveStep } from './leave-step';

/**
 * Leaves the third step: at once, or as soon as the last photo has arrived; never past one that failed, unless there is
 * no network: then the photos stay on the phone and go with the report.
 */
export const useLeavePapers = (
  form: ClaimForm,
  { photos }: Photos,
): { isUploading: boolean; leave: () => Promise<void> } => {
  const [wantsOn, setWantsOn] = useState(false);
  const isUploading = photos.some(({ state }) => state === 'uploading');
  const failed = photos.findIndex(({ state }) => state === 'failed' || state === 'gone');
  const hasGone = photos.some(({ state }) => state === 'gone');

  // What was added, and what has arrived, is in the draft one drawing later.
  const kept = form.draft.photos;
  const isKept =
    kept.length === photos.length &&
    photos.every(({ state, fileId }, index) => state !== 'done' || kept[index]?.fileId === fileId);
  const isReady = !isUploading && isKept;

  const leave = async (): Promise<void> => {
    if (!isReady) {
      setWantsOn(true);
    } else if (failed < 0 || (!hasGone && !(await isOnline()))) {
      await leaveStep('papers', form);
    } else {
      const isGone = photos[failed]?.state === 'gone';
      const mend = isGone ? '手机里已经找不到了，请删掉后重新选' : '点它再传一次，或者删掉';
      const message = `第 ${failed + 1} 张没传上去。${mend}。`;
      form.setFaults([{ path: 'photos', message }]);
    }
  };

  const newestLeave = useRef(leave);
  newestLeave.current = leave;
  useEffect(() => {
    if (!wantsOn || !isReady) return;
    setWantsOn(false);
    void newestLeave.current();
  }, [wantsOn, isReady]);

  return { isUploading, leave };
};
