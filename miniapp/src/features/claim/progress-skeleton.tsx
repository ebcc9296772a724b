import { Skeleton } from '@/components/skeleton/skeleton';

/** The shape of the progress page: two steps done, the large day, steps to come. */
export function ProgressSkeleton() {
  return (
    <>
      <Skeleton lines={3} />
      <Skeleton figure lines={2} />
      <Skeleton lines={4} />
    </>
  );
}
