import { useEffect, useState } from 'react';
import { sendPapers } from 'shared/claim/answer-decision.contracts';
import type { ClaimView } from 'shared/claim/claim-view';
import { z } from 'shared/zod';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { dropFile } from '@/lib/media/kept-file';
import { usePhotos, type Photo, type Photos } from '@/lib/media/use-photos';
import { useDraft } from '@/lib/storage/draft';
import { useClaimCommand } from './use-claim-command';

/** How many photos one sending may hold; the contract's own limit. */
export const MOST_AT_ONCE = 20;

/** Photos of what nobody asked for. */
export const OTHER = '';

export type AskedPaper = ClaimView['missingPapers'][number];

const morePapersDraft = z.strictObject({
  /** The file id is empty while it is not uploaded. */
  photos: z.array(z.strictObject({ path: z.string(), fileId: z.string(), of: z.string() })),
});

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

/** The photos, each in a draft at once, so that a closed app loses none. */
const useKeptPhotos = (claimId: string) => {
  const { value, set, clear } = useDraft(`more-papers:${claimId}`, morePapersDraft, { photos: [] });
  const photos = usePhotos(
    MOST_AT_ONCE,
    value.photos.map(({ path, fileId, of }) => (fileId === '' ? { path, of } : { path, fileId, of })),
  );
  const known = photos.photos.map(({ path, fileId = '', of = OTHER }) => ({ path, fileId, of }));
  const [isSent, setSent] = useState(false);
  const changed = !isSent && JSON.stringify(known) !== JSON.stringify(value.photos);
  useEffect(() => {
    if (changed) set({ photos: known });
  });
  const forget = (): void => {
    setSent(true);
    known.forEach(({ path }) => dropFile(path));
    clear();
  };
  return { photos, forget };
};

/** What is said once papers were sent. */
const saidOf = ({ missingPapers }: ClaimView): string => {
  const missing = missingPapers.filter(({ photos }) => photos === 0).length;
  return missing === 0 ? '收到了，接着办' : `收到了，还差 ${missing} 样`;
};

/** Photos that are sent to a claim which is under way, those that were asked for each at its place. */
export const useMorePapers = (claimId: string): MorePapersForm => {
  const { photos, forget } = useKeptPhotos(claimId);
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
