import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Row } from '@/components/row/row';
import { openPage } from '@/lib/navigation/navigation';
import { BEFORE_PAGE } from './claim-pages';

/** The way to the enquiry before a report. */
export function BeforeRow() {
  return (
    <Card flush>
      <Row
        id="claims-before"
        lead={<Icon name="search" />}
        label="先查一查"
        note="那天有没有保障、大概能赔多少、要准备哪些材料"
        onPress={() => void openPage(BEFORE_PAGE)}
      />
    </Card>
  );
}
