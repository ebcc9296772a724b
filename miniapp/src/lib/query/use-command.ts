import { useCallback, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Contract, InputOf, OutputOf } from 'shared/contract/contract';
import { call } from '../cloud/call';
import { toCallFailed, type CallFailed } from '../cloud/call-failed';
import { newRequestId } from '../cloud/request-id';
import { forgetIntention, keptIntention, type OpenIntention } from './kept-intention';

/** An input without the request id, which the hook adds. */
export type Intention<C extends Contract> = Omit<InputOf<C>, 'requestId'>;

/** How one write ended. */
export type Outcome<T> = { ok: true; data: T } | { ok: false; error: CallFailed };

export interface Command<C extends Contract> {
  /** Sends the intention. Never rejects. While one is on its way, the same promise is given again. */
  run: (intention: Intention<C>) => Promise<Outcome<OutputOf<C>>>;
  isRunning: boolean;
  /** Why the last attempt failed; gone when the next one starts. */
  error: CallFailed | undefined;
  reset: () => void;
  /** Ends an intention that was kept past its success: the next run is a new one, even with the same body. */
  forget: () => void;
}

/**
 * Writes through one contract. An intention keeps its request id over all retries, so that a lost answer never
 * buys or files twice; a changed intention, and the next one after a success, get a new id.
 * Afterwards everything known from the cloud counts as old.
 *
 * @param options.kept `untilForgotten`: the id also survives leaving the page, closing the app, and a success: for an
 * order whose payment may have to be opened more than once.
 */
export const useCommand = <C extends Contract>(
  contract: C,
  options: { kept?: 'untilForgotten' } = {},
): Command<C> => {
  const isKept = options.kept === 'untilForgotten';
  const client = useQueryClient();
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<CallFailed>();
  const open = useRef<OpenIntention>();
  const onItsWay = useRef<Promise<Outcome<OutputOf<C>>>>();

  const forget = useCallback(() => {
    open.current = undefined;
    if (isKept) forgetIntention(contract.name);
  }, [contract, isKept]);

  const attempt = useCallback(
    async (intention: Intention<C>): Promise<Outcome<OutputOf<C>>> => {
      const body = JSON.stringify(intention);
      if (isKept) open.current = keptIntention(contract.name, body);
      else if (open.current?.body !== body) open.current = { body, requestId: newRequestId() };
      const input = { ...intention, requestId: open.current.requestId } as unknown as InputOf<C>;
      setRunning(true);
      setError(undefined);
      try {
        const data = await call(contract, input);
        if (!isKept) forget();
        void client.invalidateQueries();
        return { ok: true, data };
      } catch (thrown) {
        const failed = toCallFailed(thrown);
        setError(failed);
        return { ok: false, error: failed };
      } finally {
        setRunning(false);
        onItsWay.current = undefined;
      }
    },
    [client, contract, forget, isKept],
  );

  const run = useCallback((intention: Intention<C>) => (onItsWay.current ??= attempt(intention)), [attempt]);
  return { run, isRunning, error, reset: useCallback(() => setError(undefined), []), forget };
};
