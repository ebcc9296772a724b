import { listDeskQueue } from 'shared/claim/list-desk-queue.contract';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Row } from '@/components/row/row';
import { Skeleton } from '@/components/skeleton/skeleton';
import { DeskQueue } from '@/features/desk/desk-queue';
import { salePage } from '@/features/desk/sale-page';
import { openPage } from '@/lib/navigation/navigation';
import { useQueryOf } from '@/lib/query/use-query-of';

/** The insurer's desk: cases that are not over, first due first. */
export default function QueuePage() {
  const queue = useQueryOf(listDeskQueue, {});
  return (
    <Page wide>
      <Loaded answer={queue} skeleton={<Skeleton lines={8} />}>
        {(data) => (
          <>
            <DeskQueue queue={data} />
            <Card flush>
              <Row
                id="queue-sale"
                label="按保单号看投保记录"
                note="投保时看过的页面和签名"
                onPress={() => void openPage(salePage())}
              />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
