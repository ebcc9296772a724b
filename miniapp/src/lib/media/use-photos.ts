import { useCallback, useEffect, useRef, useState } from 'react';
import { uploadFile } from '../cloud/upload';
import { toCallFailed } from '../cloud/call-failed';
import { randomText } from '../random/random-text';
import { choosePhotos } from './choose-photos';
import { compressPhoto } from './compress-photo';
import { fileSize } from './file-size';
import { createUploadQueue } from './upload-queue';

/** One photo on its way to the cloud. */
export interface Photo {
  id: string;
  /** On this phone; shown as the thumbnail. */
  path: string;
  /** gone: chosen on an earlier visit, not uploaded then, and no longer on this phone. */
  state: 'uploading' | 'done' | 'failed' | 'gone';
  /** Known once it is uploaded. */
  fileId?: string;
  /** Why it is not uploaded, in Chinese. */
  reason?: string;
}

/** A photo of an earlier visit: what a draft keeps of it. One without a file id was not uploaded yet. */
export interface KeptPhoto {
  path: string;
  fileId?: string;
}

export interface Photos {
  photos: Photo[];
  add: () => Promise<void>;
  retry: (id: string) => Promise<void>;
  remove: (id: string) => void;
  /** File ids of what is uploaded, in the order chosen. */
  fileIds: string[];
  /** Nothing is on its way and nothing failed. */
  isSettled: boolean;
  /** Of how many nothing was kept when more were chosen than there may be; said until the next choice. */
  leftOut: number;
}

const GONE = '这张照片上次没传上去，手机里已经找不到了。请删掉后重新选。';

const photoOf = ({ path, fileId }: KeptPhoto): Photo =>
  fileId === undefined
    ? { id: randomText(8), path, state: 'uploading' }
    : { id: fileId, path, fileId, state: 'done' };

/** The list and its only way to change: what comes back later finds it as it is then. */
const usePhotoList = (kept: readonly KeptPhoto[]) => {
  const [photos, setPhotos] = useState<Photo[]>(() => kept.map(photoOf));
  const known = useRef(photos);
  const update = useCallback((change: (before: Photo[]) => Photo[]) => {
    known.current = change(known.current);
    setPhotos(known.current);
  }, []);
  const patch = useCallback(
    (id: string, part: Partial<Photo>) =>
      update((before) => before.map((photo) => (photo.id === id ? { ...photo, ...part } : photo))),
    [update],
  );
  return { photos, known, update, patch };
};

/**
 * Chooses photos, makes large ones smaller and uploads three at a time, each on its own, so that one that fails is
 * tried again alone.
 *
 * @param max how many there may be.
 * @param kept of an earlier visit, to begin with: what was not uploaded then is uploaded now, or said to be gone.
 */
export const usePhotos = (max: number, kept: readonly KeptPhoto[] = []): Photos => {
  const { photos, known, update, patch } = usePhotoList(kept);
  const [leftOut, setLeftOut] = useState(0);
  const [inTurn] = useState(createUploadQueue);

  const upload = useCallback(
    (id: string, path: string) =>
      inTurn(async () => {
        // Taken away while it waited.
        if (!known.current.some((photo) => photo.id === id)) return;
        try {
          const fileId = await uploadFile(await compressPhoto(path));
          patch(id, { state: 'done', fileId });
        } catch (thrown) {
          patch(id, { state: 'failed', reason: toCallFailed(thrown).message });
        }
      }),
    [inTurn, known, patch],
  );

  const takeUpAgain = useCallback(
    async ({ id, path }: Photo) => {
      if ((await fileSize(path)) === undefined) patch(id, { state: 'gone', reason: GONE });
      else await upload(id, path);
    },
    [patch, upload],
  );
  useEffect(() => {
    for (const photo of known.current) if (photo.state === 'uploading') void takeUpAgain(photo);
  }, [known, takeUpAgain]);

  const add = useCallback(async () => {
    const chosen = await choosePhotos(max - known.current.length);
    const room = max - known.current.length;
    setLeftOut(Math.max(0, chosen.length - room));
    const added = chosen.slice(0, room).map((path) => photoOf({ path }));
    update((before) => [...before, ...added]);
    await Promise.all(added.map(({ id, path }) => upload(id, path)));
  }, [known, max, update, upload]);

  const retry = useCallback(
    async (id: string) => {
      const photo = known.current.find((candidate) => candidate.id === id);
      if (photo?.state !== 'failed') return;
      patch(id, { state: 'uploading', reason: undefined });
      await takeUpAgain(photo);
    },
    [known, patch, takeUpAgain],
  );

  const remove = useCallback(
    (id: string) => update((before) => before.filter((photo) => photo.id !== id)),
    [update],
  );

  return {
    photos,
    add,
    retry,
    remove,
    fileIds: photos.flatMap((photo) => (photo.fileId === undefined ? [] : [photo.fileId])),
    isSettled: photos.every((photo) => photo.state === 'done'),
    leftOut,
  };
};
