import { useCallback, useMemo, useRef } from 'react';
import { useDidShow } from '@tarojs/taro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Contract, InputOf, OutputOf } from 'shared/contract/contract';
import { call } from '../cloud/call';
import { toCallFailed, type CallFailed } from '../cloud/call-failed';
import { keepAnswer, keptAnswer } from './kept-answer';
import { freshMs } from './query-client';

/** What a page knows of one question to the cloud. */
export interface Answer<T> {
  /** The last known answer, also while a newer one is fetched or could not be had. */
  data: T | undefined;
  /** Why the last attempt failed. */
  error: CallFailed | undefined;
  /** Nothing is known yet and the question is on its way. */
  isPending: boolean;
  /** The answer is the one that the phone kept, because there is no network. */
  isKept: boolean;
  refetch: () => Promise<void>;
}

/** The key under which the answer of one contract and input is kept. */
export const queryKeyOf = <C extends Contract>(contract: C, input?: InputOf<C>): readonly unknown[] =>
  input === undefined ? [contract.name] : [contract.name, input];

/**
 * Asks the cloud when the page opens, and again when the page comes back to sight and the answer is no longer fresh.
 *
 * @param options.enabled false: do not ask yet.
 * @param options.kept the last answer stays on the phone and stands in while there is no network.
 */
export const useQueryOf = <C extends Contract>(
  contract: C,
  input: InputOf<C>,
  options: { enabled?: boolean; kept?: boolean } = {},
): Answer<OutputOf<C>> => {
  const { enabled = true, kept = false } = options;
  const client = useQueryClient();
  const queryKey = queryKeyOf(contract, input);
  const query = useQuery({
    queryKey,
    enabled,
    queryFn: async () => {
      const answer = await call(contract, input);
      if (kept) keepAnswer(contract, answer);
      return answer;
    },
  });
  const { refetch } = query;

  const shownBefore = useRef(false);
  useDidShow(() => {
    const known = client.getQueryCache().find({ queryKey });
    if (shownBefore.current && enabled && known?.isStaleByTime(freshMs) === true) void refetch();
    shownBefore.current = true;
  });

  const error = query.error === null ? undefined : toCallFailed(query.error);
  const isCutOff = kept && query.data === undefined && error?.isUnreached === true;
  const standIn = useMemo(() => (isCutOff ? keptAnswer(contract) : undefined), [contract, isCutOff]);
  return {
    data: query.data ?? standIn,
    error,
    isKept: standIn !== undefined,
    isPending: query.isPending,
    refetch: useCallback(async () => {
      await refetch();
    }, [refetch]),
  };
};
