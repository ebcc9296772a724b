import { useEffect, useState } from 'react';
import type { Overview } from '../wire';
import { useLive } from './live';

/** The local cloud's time, ticking; undefined until the cloud has said how far it is from this machine. */
export const useNow = (): number | undefined => {
  const { data } = useLive<Overview>('/_local/console/overview');
  const [machine, setMachine] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setMachine(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return data === undefined ? undefined : machine + data.offsetMs;
};
