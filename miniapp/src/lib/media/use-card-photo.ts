import { useState } from 'react';
import { toCallFailed } from '../cloud/call-failed';
import { uploadFile } from '../cloud/upload';
import type { Outcome } from '../query/use-command';
import { choosePhotos } from './choose-photos';
import { compressPhoto } from './compress-photo';

/** How far the reading of a card is. */
export type CardReading = { kind: 'idle' | 'reading' | 'read' } | { kind: 'failed'; why: string };

/**
 * Takes a photo of a card and has it read.
 *
 * @param read asks for it (`useRequest(readIdCard).run`); the cloud deletes the photo at once.
 * @param onRead gets what stands on it. What was typed stays as it is when nothing can be read.
 */
export const useCardPhoto = <T>(
  read: (photo: { fileId: string }) => Promise<Outcome<T>>,
  onRead: (found: T) => void,
): { reading: CardReading; take: () => Promise<void> } => {
  const [reading, setReading] = useState<CardReading>({ kind: 'idle' });

  const take = async (): Promise<void> => {
    const [path] = await choosePhotos(1);
    if (path === undefined) return;
    setReading({ kind: 'reading' });
    try {
      const answer = await read({ fileId: await uploadFile(await compressPhoto(path)) });
      if (answer.ok) onRead(answer.data);
      setReading(answer.ok ? { kind: 'read' } : { kind: 'failed', why: answer.error.message });
    } catch (thrown) {
      setReading({ kind: 'failed', why: toCallFailed(thrown).message });
    }
  };
  return { reading, take };
};
