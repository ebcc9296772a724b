import { createHash } from 'node:crypto';
import { isInboxFile, MAX_PHOTO_BYTES } from '../../../shared/claim/filing';
import type { Claim } from '../../../shared/claim/claim.schema';
import type { Place } from '../../../shared/errors/app-error';
import type { Workshop } from '../../_core/operation';

/** Photos ready to be kept, or what is wrong with them; nothing is stored yet. */
export interface CheckedPhotos {
  readonly photos: readonly { readonly sha256: string; readonly bytes: Buffer }[];
  readonly faults: readonly Place[];
}

/** Faults that the ids alone show: anything outside the inbox is no upload of a family. */
export const inboxFaults = (fileIds: readonly string[]): Place[] =>
  fileIds.flatMap((fileId, index): Place[] =>
    isInboxFile(fileId) ? [] : [{ path: `photos.${index}`, code: 'PHOTO_MISSING' }],
  );

/**
 * Reads uploads one after the other (each may take 200 MB when decoded), and makes each safe to keep. The same picture
 * twice counts once.
 */
export const checkPhotos = async (
  { ports }: Pick<Workshop, 'ports'>,
  fileIds: readonly string[],
): Promise<CheckedPhotos> => {
  const photos = new Map<string, Buffer>();
  const faults: Place[] = [];
  for (const [index, fileId] of fileIds.entries()) {
    const path = `photos.${index}`;
    const uploaded = await ports.files.read(fileId);
    if (!uploaded) {
      faults.push({ path, code: 'PHOTO_MISSING' });
    } else if (uploaded.length > MAX_PHOTO_BYTES) {
      faults.push({ path, code: 'PHOTO_TOO_LARGE' });
    } else {
      const cleaned = await ports.images.clean(uploaded);
      if (cleaned) photos.set(createHash('sha256').update(cleaned.bytes).digest('hex'), cleaned.bytes);
      else faults.push({ path, code: 'PHOTO_NOT_IMAGE' });
    }
  }
  return { photos: [...photos].map(([sha256, bytes]) => ({ sha256, bytes })), faults };
};

/** Stores photos under their content's hash, so that storing one again changes nothing. */
export const keepPhotos = async (
  { ports }: Pick<Workshop, 'ports'>,
  checked: CheckedPhotos,
): Promise<Claim['papers']> => {
  const at = ports.clock.now();
  const kept: Claim['papers'] = [];
  for (const { sha256, bytes } of checked.photos) {
    const fileId = await ports.files.write(`claims/${sha256}.jpg`, bytes);
    kept.push({ fileId, sha256, bytes: bytes.length, at });
  }
  return kept;
};
