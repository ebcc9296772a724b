import { useCallback, useRef, useState } from 'react';
import { uploadFile } from '../cloud/upload';
import { toCallFailed } from '../cloud/call-failed';
import { randomText } from '../random/random-text';
import { choosePhotos } from './choose-photos';

/** One photo on its way to the cloud. */
export interface Photo {
  id: string;
  /** On this phone; shown as the thumbnail. */
  path: string;
  state: 'uploading' | 'done' | 'failed';
  /** Known once it is uploaded. */
  fileId?: string;
  /** Why the upload failed, in Chinese. */
  reason?: string;
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
}

/** What a draft keeps of a photo; the file id is empty while it is not uploaded. */
export interface KeptPhoto {
  path: string;
  fileId: string;
}

/**
 * Chooses photos and uploads each on its own, so that one that fails is tried again alone.
 *
 * @param max how many there may be.
 * @param kept added earlier, to begin with; the pictures of uploaded ones may be gone from this phone.
 */
export const usePhotos = (max: number, kept: readonly KeptPhoto[] = []): Photos => {
  const [photos, setPhotos] = useState<Photo[]>(() =>
    kept.map(({ path, fileId }) =>
      fileId === '' ? { id: path, path, state: 'failed' } : { id: fileId, path, fileId, state: 'done' },
    ),
  );
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

  const upload = useCallback(
    async (id: string, path: string) => {
      try {
        patch(id, { state: 'done', fileId: await uploadFile(path) });
      } catch (thrown) {
        patch(id, { state: 'failed', reason: toCallFailed(thrown).message });
      }
    },
    [patch],
  );

  const add = useCallback(async () => {
    const paths = await choosePhotos(max - known.current.length);
    const added = paths
      .slice(0, max - known.current.length)
      .map((path): Photo => ({ id: randomText(8), path, state: 'uploading' }));
    update((before) => [...before, ...added]);
    await Promise.all(added.map(({ id, path }) => upload(id, path)));
  }, [max, update, upload]);

  const retry = useCallback(
    async (id: string) => {
      const photo = known.current.find((candidate) => candidate.id === id);
      if (photo?.state !== 'failed') return;
      patch(id, { state: 'uploading', reason: undefined });
      await upload(id, photo.path);
    },
    [patch, upload],
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
  };
};
