import { useState } from 'react';
import type { QueueRow } from 'shared/claim/case-view';
import { listDeskQueue } from 'shared/claim/list-desk-queue.contract';
import type { OutputOf } from 'shared/contract/contract';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { useQueryOf, type Answer } from '@/lib/query/use-query-of';
import { useRequest } from '@/lib/query/use-request';
import type { QueueView } from './queue-turns';

type Page = OutputOf<typeof listDeskQueue>;

/** Later pages of one view, as they came. */
interface Later {
  view: QueueView;
  rows: readonly QueueRow[];
  next: string | null;
}

export interface Queue {
  /** The first page, in each of its states. */
  answer: Answer<Page>;
  /** All rows that came so far, each case once. */
  rows: readonly QueueRow[];
  hasMore: boolean;
  showMore: () => Promise<unknown>;
  /** Why the next page could not be had. */
  moreError: CallFailed | undefined;
}

const once = (rows: readonly QueueRow[]): QueueRow[] => {
  const seen = new Set<string>();
  return rows.filter(({ claimId }) => !seen.has(claimId) && seen.add(claimId));
};

/** One queue of the desk, page by page; pages that came stay while the first is read again. */
export const useQueue = (view: QueueView): Queue => {
  const asked = view === 'own' ? {} : { turn: view };
  const answer = useQueryOf(listDeskQueue, asked);
  const more = useRequest(listDeskQueue);
  const [kept, setKept] = useState<Later>();
  const later = kept?.view === view ? kept : undefined;
  const next = later === undefined ? (answer.data?.next ?? null) : later.next;

  const showMore = async () => {
    if (next === null) return;
    const page = await more.run({ ...asked, after: next });
    if (page.ok) setKept({ view, rows: [...(later?.rows ?? []), ...page.data.rows], next: page.data.next });
  };

  return {
    answer,
    rows: once([...(answer.data?.rows ?? []), ...(later?.rows ?? [])]),
    hasMore: next !== null,
    showMore,
    moreError: more.error,
  };
};
