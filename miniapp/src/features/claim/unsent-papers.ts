import { useEffect, useState } from 'react';
import type { ClaimView } from 'shared/claim/claim-view';
import { z } from 'shared/zod';
import { dropFile } from '@/lib/media/kept-file';
import { usePhotos, type Photos } from '@/lib/media/use-photos';
import { dropDraft, readDraft, useDraft } from '@/lib/storage/draft';

/** How many photos one sending may hold; the contract's own limit. */
export const MOST_AT_ONCE = 20;

/** Photos of what nobody asked for. */
export const OTHER = '';

const unsentPapers = z.strictObject({
  /** The file id is empty while it is not uploaded. */
  photos: z.array(z.strictObject({ path: z.string(), fileId: z.string(), of: z.string() })),
});

const nameOf = (claimId: string): string => `more-papers:${claimId}`;

/** Photos for a claim that is under way, each in a draft at once, so that a closed app loses none. */
export const useUnsentPapers = (claimId: string): { photos: Photos; forget: () => void } => {
  const { value, set, clear } = useDraft(nameOf(claimId), unsentPapers, { photos: [] });
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

/** Deletes photos that were never sent once the claim takes none any more. */
export const useDropUnsentPapers = (claim: Pick<ClaimView, 'claimId' | 'actions'> | undefined): void => {
  const ended = claim?.actions.includes('sendPapers') === false ? claim.claimId : undefined;
  useEffect(() => {
    if (ended === undefined) return;
    const left = readDraft(nameOf(ended), unsentPapers);
    if (left === undefined) return;
    left.photos.forEach(({ path }) => dropFile(path));
    dropDraft(nameOf(ended));
  }, [ended]);
};
