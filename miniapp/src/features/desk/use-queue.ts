import type { QueueRow } from 'shared/claim/case-view';
import { listDeskQueue } from 'shared/claim/list-desk-queue.contract';
import type { OutputOf } from 'shared/contract/contract';
import { usePages, type Pages } from '@/lib/query/use-pages';
import type { QueueView } from './queue-turns';

export interface Queue extends Pages<OutputOf<typeof listDeskQueue>> {
  /** All rows that came so far, each case once. */
  rows: readonly QueueRow[];
}

const once = (rows: readonly QueueRow[]): QueueRow[] => {
  const seen = new Set<string>();
  return rows.filter(({ claimId }) => !seen.has(claimId) && seen.add(claimId));
};

/** One queue of the desk, page by page. */
export const useQueue = (view: QueueView): Queue => {
  const queue = usePages(listDeskQueue, view === 'own' ? {} : { turn: view }, ({ next }) => next);
  return { ...queue, rows: once(queue.pages.flatMap(({ rows }) => rows)) };
};
