import { useState } from 'react';
import { sendPapers } from 'shared/claim/answer-decision.contracts';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { usePhotos, type Photos } from '@/lib/media/use-photos';
import { useClaimCommand } from './use-claim-command';

/** How many photos one sending may hold; the contract's own limit. */
export const MOST_AT_ONCE = 20;

export interface MorePapersForm {
  photos: Photos;
  isUploading: boolean;
  fault: string | undefined;
  error: CallFailed | undefined;
  send: () => Promise<void>;
}

/** Which photo the server found wrong: 第 2 张：这个文件不是照片…… */
const photoFault = (error: CallFailed | undefined): string | undefined => {
  const fault = error?.fields.find(({ path }) => path.startsWith('photos.'));
  return fault === undefined ? undefined : `第 ${Number(fault.path.split('.')[1]) + 1} 张：${fault.message}`;
};

/** Photos that are sent to a claim which is under way. */
export const useMorePapers = (claimId: string): MorePapersForm => {
  const photos = usePhotos(MOST_AT_ONCE);
  const [missing, setMissing] = useState<string>();
  const { send, error } = useClaimCommand(sendPapers, claimId, '收到了，接着办');
  const isUploading = photos.photos.some(({ state }) => state === 'uploading');
  const failed = photos.photos.findIndex(({ state }) => state === 'failed');

  const stopped = (): string | undefined => {
    if (photos.photos.length === 0) return '请至少添加一张照片。';
    if (isUploading) return '照片还在上传，请等一下再交。';
    return failed < 0 ? undefined : `第 ${failed + 1} 张没传上去。点它再传一次，或者删掉。`;
  };

  const fault = photoFault(error);
  return {
    photos,
    isUploading,
    fault: missing ?? fault,
    error: fault === undefined ? error : undefined,
    send: async () => {
      const why = stopped();
      setMissing(why);
      if (why === undefined) await send({ claimId, photos: photos.fileIds });
    },
  };
};
