import { z } from 'shared/zod';
import { readStored, writeStored } from '@/lib/storage/storage';

const KEY = 'desk-walk';

/** Remembers the cases in the order in which the queue shows them, for going on from one to the next. */
export const rememberWalk = (claimIds: readonly string[]): void => writeStored(KEY, claimIds);

/** The cases before and after one in the queue that was seen last. */
export const neighboursOf = (claimId: string): { before: string | undefined; after: string | undefined } => {
  const kept = z.safeParse(z.array(z.string()), readStored(KEY));
  const walk = kept.success ? kept.data : [];
  const place = walk.indexOf(claimId);
  return place < 0
    ? { before: undefined, after: undefined }
    : { before: walk[place - 1], after: walk[place + 1] };
};

/** The address of a case. */
export const casePage = (claimId: string): string => `/packages/desk/pages/case/case?claimId=${claimId}`;
