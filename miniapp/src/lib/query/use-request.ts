import { useCallback, useRef, useState } from 'react';
import type { Contract, InputOf, OutputOf } from 'shared/contract/contract';
import { call } from '../cloud/call';
import { toCallFailed, type CallFailed } from '../cloud/call-failed';
import type { Outcome } from './use-command';

export interface Request<C extends Contract> {
  /** Asks once. Never rejects. While one is on its way, the same promise is given again. */
  run: (input: InputOf<C>) => Promise<Outcome<OutputOf<C>>>;
  isRunning: boolean;
  /** Why the last attempt failed; gone when the next one starts. */
  error: CallFailed | undefined;
}

/** Asks the cloud when a person presses something: a check, a look at how things stand. For writes use `useCommand`. */
export const useRequest = <C extends Contract>(contract: C): Request<C> => {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<CallFailed>();
  const onItsWay = useRef<Promise<Outcome<OutputOf<C>>>>();

  const attempt = useCallback(
    async (input: InputOf<C>): Promise<Outcome<OutputOf<C>>> => {
      setRunning(true);
      setError(undefined);
      try {
        return { ok: true, data: await call(contract, input) };
      } catch (thrown) {
        const failed = toCallFailed(thrown);
        setError(failed);
        return { ok: false, error: failed };
      } finally {
        setRunning(false);
        onItsWay.current = undefined;
      }
    },
    [contract],
  );

  const run = useCallback((input: InputOf<C>) => (onItsWay.current ??= attempt(input)), [attempt]);
  return { run, isRunning, error };
};
