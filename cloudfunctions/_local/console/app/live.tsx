import {
  QueryClient,
  QueryClientProvider,
  keepPreviousData,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { ask } from './doors';
import { Empty, Waiting } from './parts/states';

/** How often what is shown is asked for again, milliseconds. */
const EVERY_MS = 2000;

const client = new QueryClient({
  defaultOptions: { queries: { retry: false, networkMode: 'always', placeholderData: keepPreviousData } },
});

interface Pulse {
  readonly paused: boolean;
  readonly setPaused: (paused: boolean) => void;
}

const PulseContext = createContext<Pulse>({ paused: false, setPaused: () => undefined });

/** Whether the page follows the cloud, and the switch for it. */
export const usePulse = (): Pulse => useContext(PulseContext);

export const LiveProvider = ({ children }: { readonly children: ReactNode }) => {
  const [paused, setPaused] = useState(false);
  const pulse = useMemo(() => ({ paused, setPaused }), [paused]);
  return (
    <QueryClientProvider client={client}>
      <PulseContext.Provider value={pulse}>{children}</PulseContext.Provider>
    </QueryClientProvider>
  );
};

export interface Live<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
}

/** What a door answers, asked for again and again; equal answers change nothing on the screen. */
export const useLive = <T,>(path: string): Live<T> => {
  const { paused } = usePulse();
  const { data, error } = useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => ask<T>(path, { signal }),
    refetchInterval: paused ? false : EVERY_MS,
  });
  return { data, error };
};

/** Asks for everything on the screen at once, after something was changed. */
export const useRefresh = (): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries();
};

/** Shows what was loaded; before that, that it is coming, or why it is not. */
export const Loaded = <T,>({
  of: { data, error },
  children,
}: {
  readonly of: Live<T>;
  readonly children: (data: T) => ReactNode;
}) => {
  if (data !== undefined) return <>{children(data)}</>;
  if (error !== null) return <Empty icon="alert" title="没有读到" note={error.message} />;
  return <Waiting />;
};
