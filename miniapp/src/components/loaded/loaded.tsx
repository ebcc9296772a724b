import type { ReactNode } from 'react';
import { ErrorState, type ShownError } from '../error-state/error-state';
import { Notice } from '../notice/notice';
import { Skeleton } from '../skeleton/skeleton';

interface LoadedProps<T> {
  /** What `useQueryOf` gave. */
  answer: { data: T | undefined; error: ShownError | undefined; refetch: () => Promise<unknown> };
  /** The shape while nothing is known; three lines without one. */
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Shows an answer of the cloud in each of its states: on its way, known, known but old, not to be had. */
export function Loaded<T>({ answer, skeleton, children }: LoadedProps<T>) {
  const { data, error, refetch } = answer;
  if (data === undefined) {
    return error === undefined ? (
      <>{skeleton ?? <Skeleton />}</>
    ) : (
      <ErrorState error={error} onRetry={refetch} />
    );
  }
  return (
    <>
      {error === undefined ? null : (
        <Notice tone="due">{`现在看到的可能不是最新的。${error.message}`}</Notice>
      )}
      {children(data)}
    </>
  );
}
