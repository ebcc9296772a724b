import { createHash } from 'node:crypto';
import { isInboxFile } from '../../../shared/claim/filing';
import type { Claim } from '../../../shared/claim/claim.schema';
import type { Place } from '../../../shared/errors/app-error';
import type { Workshop } from '../../_core/operation';
import { cleanPhoto } from '../upload/clean-photo';

/** Photos ready to be kept, by their place in the input, or what is wrong with them; nothing is stored yet. */
export interface CheckedPhotos {
  readonly photos: readonly { readonly sha256: string; readonly bytes: Buffer }[];
  readonly faults: readonly Place[];
}

const contentHash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Faults that the ids alone show: anything outside the inbox is no upload of a family. */
export const inboxFaults = (fileIds: readonly string[]): Place[] =>
  fileIds.flatMap((fileId, index): Place[] =>
    isInboxFile(fileId) ? [] : [{ path: `photos.${index}`, code: 'PHOTO_MISSING' }],
  );

/**
 * Reads uploads one after the other (each may take 400 MB when decoded), and makes each safe to keep.
 */
export const checkPhotos = async (
  workshop: Pick<Workshop, 'ports'>,
  fileIds: readonly string[],
): Promise<CheckedPhotos> => {
  const photos: CheckedPhotos['photos'][number][] = [];
  const faults: Place[] = [];
  for (const [index, fileId] of fileIds.entries()) {
    const photo = await cleanPhoto(workshop, fileId);
    if (photo.ok) photos.push({ sha256: contentHash(photo.bytes), bytes: photo.bytes });
    else faults.push({ path: `photos.${index}`, ...photo.fault });
  }
  return { photos, faults };
};

/** Stores photos under their content's hash, so that storing one again changes nothing; the same picture twice is one. */
export const keepPhotos = async (
  { ports }: Pick<Workshop, 'ports'>,
  checked: CheckedPhotos,
): Promise<Claim['papers']> => {
  const at = ports.clock.now();
  const kept: Claim['papers'] = [];
  for (const { sha256, bytes } of checked.photos) {
    if (kept.some((paper) => paper.sha256 === sha256)) continue;
    const fileId = await ports.files.write(`claims/${sha256}.jpg`, bytes);
    kept.push({ fileId, sha256, bytes: bytes.length, at });
  }
  return kept;
};
