import { useState } from 'react';
import { sendPapers } from 'shared/claim/answer-decision.contracts';
import type { ClaimView } from 'shared/claim/claim-view';
import type { CallFailed } from '@/lib/cloud/call-failed';
import type { Photo, Photos } from '@/lib/media/use-photos';
import { OTHER, useUnsentPapers } from './unsent-papers';
import { useClaimCommand } from './use-claim-command';

export type AskedPaper = ClaimView['missingPapers'][number];

export interface MorePapersForm {
  photos: Photos;
  isUploading: boolean;
  fault: string | undefined;
  error: CallFailed | undefined;
  send: (asked: readonly AskedPaper[]) => Promise<void>;
}

/** Where a photo stands, as it is read on the page: 费用清单第 2 张. */
const placeOf = (photos: readonly Photo[], index: number): string => {
  const of = photos[index]?.of ?? OTHER;
  const before = photos.slice(0, index).filter((photo) => (photo.of ?? OTHER) === of).length;
  return `${of}第 ${before + 1} 张`;
};

/** Which photo the server found wrong: 第 2 张：这个文件不是照片…… */
const photoFault = (error: CallFailed | undefined, photos: readonly Photo[]): string | undefined => {
  const fault = error?.fields.find(({ path }) => path.startsWith('photos.'));
  return fault === undefined
    ? undefined
    : `${placeOf(photos, Number(fault.path.split('.')[1]))}：${fault.message}`;
};

/** What is said once papers were sent. */
const saidOf = ({ missingPapers }: ClaimView): string => {
  const missing = missingPapers.filter(({ photos }) => photos === 0).length;
  return missing === 0 ? '收到了，接着办' : `收到了，还差 ${missing} 样`;
};

/** Photos that are sent to a claim which is under way, those that were asked for each at its place. */
export const useMorePapers = (claimId: string): MorePapersForm => {
  const { photos, forget } = useUnsentPapers(claimId);
  const [missing, setMissing] = useState<string>();
  const { send, error } = useClaimCommand(sendPapers, claimId, ({ claim }) => saidOf(claim), forget);
  const isUploading = photos.photos.some(({ state }) => state === 'uploading');

  const stopped = (): string | undefined => {
    const failed = photos.photos.findIndex(({ state }) => state === 'failed' || state === 'gone');
    if (photos.photos.length === 0) return '请至少添加一张照片。';
    if (isUploading) return '照片还在上传，请等一下再交。';
    if (failed < 0) return undefined;
    const mend =
      photos.photos[failed]?.state === 'gone'
        ? '手机里已经找不到了，请删掉后重新选'
        : '点它再传一次，或者删掉';
    return `${placeOf(photos.photos, failed)}没传上去。${mend}。`;
  };

  const fault = photoFault(error, photos.photos);
  return {
    photos,
    isUploading,
    fault: missing ?? fault ?? photos.roomShort,
    error: fault === undefined ? error : undefined,
    send: async (asked) => {
      const why = stopped();
      setMissing(why);
      if (why !== undefined) return;
      const sent = photos.photos.flatMap(({ fileId, of }) => {
        const place = asked.findIndex(({ called }) => called === of);
        return fileId === undefined ? [] : [{ fileId, place: place < 0 ? null : place }];
      });
      await send({ claimId, photos: sent });
    },
  };
};
