import { useCallback, useRef } from 'react';
import { useDidShow } from '@tarojs/taro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Contract, InputOf, OutputOf } from 'shared/contract/contract';
import { call } from '../cloud/call';
import { toCallFailed, type CallFailed } from '../cloud/call-failed';
import { freshMs } from './query-client';

/** What a page knows of one question to the cloud. */
export interface Answer<T> {
  /** The last known answer, also while a newer one is fetched or could not be had. */
  data: T | undefined;
  /** Why the last attempt failed. */
  error: CallFailed | undefined;
  /** Nothing is known yet and the question is on its way. */
  isPending: boolean;
  refetch: () => Promise<void>;
}

/** The key under which the answer of one contract and input is kept. */
export const queryKeyOf = <C extends Contract>(contract: C, input?: InputOf<C>): readonly unknown[] =>
  input === undefined ? [contract.name] : [contract.name, input];

/**
 * Asks the cloud when the page opens, and again when the page comes back to sight and the answer is no longer fresh.
 *
 * @param options.enabled false: do not ask yet.
 */
export const useQueryOf = <C extends Contract>(
  contract: C,
  input: InputOf<C>,
  options: { enabled?: boolean } = {},
): Answer<OutputOf<C>> => {
  const { enabled = true } = options;
  const client = useQueryClient();
  const queryKey = queryKeyOf(contract, input);
  const query = useQuery({ queryKey, enabled, queryFn: () => call(contract, input) });
  const { refetch } = query;

  const shownBefore = useRef(false);
  useDidShow(() => {
    const known = client.getQueryCache().find({ queryKey });
    if (shownBefore.current && enabled && known?.isStaleByTime(freshMs) === true) void refetch();
    shownBefore.current = true;
  });

  return {
    data: query.data,
    error: query.error === null ? undefined : toCallFailed(query.error),
    isPending: query.isPending,
    refetch: useCallback(async () => {
      await refetch();
    }, [refetch]),
  };
};
