import { Card } from '@/components/card/card';
import { Page } from '@/components/page/page';
import { Row } from '@/components/row/row';
import { DeskQueue } from '@/features/desk/desk-queue';
import { salePage } from '@/features/desk/sale-page';
import { openPage } from '@/lib/navigation/navigation';

/** The insurer's desk: what waits for it, the green channel first, then what is due first. */
export default function QueuePage() {
  return (
    <Page wide>
      <DeskQueue />
      <Card flush>
        <Row
          id="queue-sale"
          label="按保单号看投保记录"
          note="投保时看过的页面和签名"
          onPress={() => void openPage(salePage())}
        />
      </Card>
    </Page>
  );
}
