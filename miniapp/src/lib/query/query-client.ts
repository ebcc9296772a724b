import { QueryClient } from '@tanstack/react-query';

/** Answers that are younger than this are shown again without asking (ms). */
export const freshMs = 5_000;

/** Failures are shown with a way on, never repeated in secret; the phone's own idea of being online is not trusted. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      networkMode: 'always',
      staleTime: freshMs,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
