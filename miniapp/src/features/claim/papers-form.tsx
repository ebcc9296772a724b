import { useEffect } from 'react';
import { papersFor } from 'shared/claim/papers';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { usePhotos, type Photos } from '@/lib/media/use-photos';
import type { ClaimForm } from './claim-draft';
import { PaperTiles } from './paper-tiles';

/** How many photos one report may hold; the contract's own limit. */
const MAX_PHOTOS = 20;

const NOT_UPLOADED = '有照片没传上去，点它再传一次。没有网可以先往下填，有网了一起发。';

/** Photos of the report. Each is in the draft at once, with its file id as soon as it is uploaded. */
export const useClaimPhotos = (form: ClaimForm): Photos => {
  const { draft, answer } = form;
  const photos = usePhotos(
    MAX_PHOTOS,
    draft.photos.map(({ path, fileId }) => (fileId === '' ? { path } : { path, fileId })),
  );
  const known = photos.photos.map(({ path, fileId }) => ({
    path,
    fileId: fileId ?? draft.photos.find((kept) => kept.path === path)?.fileId ?? '',
  }));
  const changed = JSON.stringify(known) !== JSON.stringify(draft.photos);
  useEffect(() => {
    if (changed) answer({ photos: known });
  });
  return photos;
};

const HINT = '有几张拍几张，缺什么一次告诉您。';
const tooMany = (leftOut: number): string =>
  `最多 ${MAX_PHOTOS} 张：先选的留下了，另外 ${leftOut} 张没有加上。先挑最要紧的，其余的以后可以补。`;

/** What the server says of one photo, with its place: 第 2 张：这个文件不是照片…… */
const photoFault = ({ draft, faultAt }: ClaimForm): string | undefined => {
  const fault = draft.faults.find(({ path }) => path.startsWith('photos.'));
  if (fault === undefined) return faultAt('photos');
  return `第 ${Number(fault.path.split('.')[1]) + 1} 张：${fault.message}`;
};

/** Which papers help, and the photos of them. */
export function PapersForm({ form, photos }: { form: ClaimForm; photos: Photos }) {
  const { kind = 'medical', cause } = form.draft;
  const failed = photos.photos.find(({ reason }) => reason !== undefined);
  const notUploaded = failed?.state === 'failed' ? NOT_UPLOADED : failed?.reason;
  return (
    <>
      <PhotoPicker
        id="claim-photos"
        label="材料照片"
        photos={photos.photos}
        max={MAX_PHOTOS}
        onAdd={() => photos.add()}
        onRetry={photos.retry}
        onRemove={photos.remove}
        hint={photos.leftOut === 0 ? HINT : tooMany(photos.leftOut)}
        error={photoFault(form) ?? notUploaded ?? photos.roomShort}
      />
      <PaperTiles papers={papersFor(kind, cause)} />
    </>
  );
}
