import { useCallback, useEffect, useRef, useState } from 'react';
import { uploadFile } from '../cloud/upload';
import { toCallFailed } from '../cloud/call-failed';
import { randomText } from '../random/random-text';
import { choosePhotos } from './choose-photos';
import { compressPhoto } from './compress-photo';
import { fileSize } from './file-size';
import { dropFile, isKept, keepFile } from './kept-file';
import { createUploadQueue } from './upload-queue';

/** One photo on its way to the cloud. */
export interface Photo {
  id: string;
  /** On this phone, in the app's own files as soon as it is made smaller. */
  path: string;
  /** gone: chosen on an earlier visit, not uploaded then, and no longer on this phone. */
  state: 'uploading' | 'done' | 'failed' | 'gone';
  /** What it is of, where photos of several things are taken. */
  of?: string;
  /** Known once it is uploaded. */
  fileId?: string;
  /** Why it is not uploaded, in Chinese. */
  reason?: string;
  /** The phone has no room for it: closing the app may lose it. */
  isLosable?: boolean;
}

/** A photo of an earlier visit: what a draft keeps of it. One without a file id was not uploaded yet. */
export interface KeptPhoto {
  path: string;
  fileId?: string;
  of?: string;
}

export interface Photos {
  photos: Photo[];
  /** Chooses more. */
  add: (of?: string) => Promise<void>;
  retry: (id: string) => Promise<void>;
  remove: (id: string) => void;
  /** File ids of what is uploaded, in the order chosen. */
  fileIds: string[];
  /** Nothing is on its way and nothing failed. */
  isSettled: boolean;
  /** Why what is not uploaded yet may be lost with the app closed, in Chinese; undefined while nothing may. */
  roomShort: string | undefined;
  /** Of how many nothing was kept when more were chosen than there may be; said until the next choice. */
  leftOut: number;
}

const NO_ROOM =
  '手机空间满了，还没传好的照片没能存下来。请等它传好再离开，不要关掉微信；也可以先清理手机，再重新选。';
const GONE = '这张照片上次没传上去，手机里已经找不到了。请删掉后重新选。';

const photoOf = ({ path, fileId, of }: KeptPhoto): Photo => ({
  path,
  ...(of === undefined ? {} : { of }),
  ...(fileId === undefined
    ? { id: randomText(8), state: 'uploading' }
    : { id: fileId, fileId, state: 'done' }),
});

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

type List = ReturnType<typeof usePhotoList>;

/** How one photo gets to the cloud: made smaller, kept in the app's own files, uploaded in its turn. */
const useSending = ({ known, patch }: List) => {
  const [inTurn] = useState(createUploadQueue);
  const find = useCallback((id: string) => known.current.find((photo) => photo.id === id), [known]);

  const keep = useCallback(
    async ({ id, path }: Photo): Promise<void> => {
      if (isKept(path)) return;
      const small = await compressPhoto(path);
      const kept = await keepFile(small);
      // Taken away meanwhile.
      if (find(id) === undefined && kept !== undefined) dropFile(kept);
      patch(id, { path: kept ?? small, isLosable: kept === undefined });
    },
    [find, patch],
  );

  const upload = useCallback(
    (id: string) =>
      inTurn(async () => {
        const photo = find(id);
        // Taken away while it waited.
        if (photo === undefined) return;
        try {
          patch(id, { state: 'done', fileId: await uploadFile(photo.path) });
        } catch (thrown) {
          patch(id, { state: 'failed', reason: toCallFailed(thrown).message });
        }
      }),
    [inTurn, find, patch],
  );

  const takeUpAgain = useCallback(
    async (photo: Photo) => {
      if ((await fileSize(photo.path)) === undefined) {
        patch(photo.id, { state: 'gone', reason: GONE });
        return;
      }
      await keep(photo);
      await upload(photo.id);
    },
    [patch, keep, upload],
  );
  return { find, keep, upload, takeUpAgain };
};

/**
 * Chooses photos, makes large ones smaller and uploads three at a time, each on its own, so that one that fails is
 * tried again alone. What is not uploaded yet is kept in the app's own files; whoever keeps the paths deletes these
 * (`dropFile`) when the photos have arrived where they belong.
 *
 * @param max how many there may be.
 * @param kept of an earlier visit, to begin with: what was not uploaded then is uploaded now, or said to be gone.
 */
export const usePhotos = (max: number, kept: readonly KeptPhoto[] = []): Photos => {
  const list = usePhotoList(kept);
  const { photos, known, update, patch } = list;
  const [leftOut, setLeftOut] = useState(0);
  const { find, keep, upload, takeUpAgain } = useSending(list);

  useEffect(() => {
    for (const photo of known.current) if (photo.state === 'uploading') void takeUpAgain(photo);
  }, [known, takeUpAgain]);

  const add = useCallback(
    async (of?: string) => {
      const chosen = await choosePhotos(max - known.current.length);
      const room = max - known.current.length;
      setLeftOut(Math.max(0, chosen.length - room));
      const added = chosen.slice(0, room).map((path) => photoOf(of === undefined ? { path } : { path, of }));
      update((before) => [...before, ...added]);
      const uploads: Promise<void>[] = [];
      for (const photo of added) {
        // One after another: making a photo smaller takes much of a phone's memory.
        await keep(photo);
        uploads.push(upload(photo.id));
      }
      await Promise.all(uploads);
    },
    [known, max, update, keep, upload],
  );

  const retry = useCallback(
    async (id: string) => {
      const photo = find(id);
      if (photo?.state !== 'failed') return;
      patch(id, { state: 'uploading', reason: undefined });
      await takeUpAgain(photo);
    },
    [find, patch, takeUpAgain],
  );

  const remove = useCallback(
    (id: string) => {
      dropFile(find(id)?.path ?? '');
      update((before) => before.filter((photo) => photo.id !== id));
    },
    [find, update],
  );

  return {
    photos,
    add,
    retry,
    remove,
    fileIds: photos.flatMap((photo) => (photo.fileId === undefined ? [] : [photo.fileId])),
    isSettled: photos.every((photo) => photo.state === 'done'),
    roomShort: photos.some(({ isLosable, state }) => isLosable === true && state !== 'done')
      ? NO_ROOM
      : undefined,
    leftOut,
  };
};
