import { listDeskQueue } from 'shared/claim/list-desk-queue.contract';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { DeskQueue } from '@/features/desk/desk-queue';
import { useQueryOf } from '@/lib/query/use-query-of';

/** The insurer's desk: cases that are not over, first due first. */
export default function QueuePage() {
  const queue = useQueryOf(listDeskQueue, {});
  return (
    <Page wide>
      <Loaded answer={queue} skeleton={<Skeleton lines={8} />}>
        {(data) => <DeskQueue queue={data} />}
      </Loaded>
    </Page>
  );
}
