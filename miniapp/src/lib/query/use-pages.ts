import { useState } from 'react';
import type { Contract, InputOf, OutputOf } from 'shared/contract/contract';
import type { CallFailed } from '../cloud/call-failed';
import { useQueryOf, type Answer } from './use-query-of';
import { useRequest } from './use-request';

/** A list that comes page by page: `after` asks for what follows a place, `next` is that place; null: nothing follows. */
export interface Pages<P> {
  /** The first page, in each of its states. */
  answer: Answer<P>;
  /** All pages that came so far. */
  pages: readonly P[];
  hasMore: boolean;
  showMore: () => Promise<void>;
  /** Why the next page could not be had. */
  moreError: CallFailed | undefined;
  /** Goes back to the first page, after something of a later one has changed. */
  startAgain: () => void;
}

/** Later pages of one question, as they came. */
interface Later<P> {
  key: string;
  pages: readonly P[];
}

/**
 * Asks for a list page by page; pages that came stay while the first is read again.
 *
 * @param asked the question, without `after`.
 * @param nextOf where the page after this one begins.
 */
export const usePages = <C extends Contract>(
  contract: C,
  asked: InputOf<C>,
  nextOf: (page: OutputOf<C>) => string | null,
): Pages<OutputOf<C>> => {
  type P = OutputOf<C>;
  const answer = useQueryOf(contract, asked);
  const more = useRequest(contract);
  const [kept, setKept] = useState<Later<P>>();
  const key = JSON.stringify(asked);
  const first: readonly P[] = answer.data === undefined ? [] : [answer.data];
  const later = kept?.key === key ? kept.pages : [];
  const pages = [...first, ...later];
  const last = pages[pages.length - 1];
  const next = last === undefined ? null : nextOf(last);

  const showMore = async (): Promise<void> => {
    if (next === null) return;
    const page = await more.run({ ...(asked as object), after: next } as InputOf<C>);
    if (page.ok) setKept({ key, pages: [...later, page.data] });
  };

  return {
    answer,
    pages,
    hasMore: next !== null,
    showMore,
    moreError: more.error,
    startAgain: () => setKept(undefined),
  };
};
