import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Row } from '@/components/row/row';
import { openPage } from '@/lib/navigation/navigation';
import { BEFORE_PAGE } from './claim-pages';

/** The way to the enquiry before a report; in the middle of one in the fewest words. */
export function BeforeRow({ inShort = false }: { inShort?: boolean }) {
  return (
    <Card flush>
      <Row
        id="claims-before"
        lead={<Icon name="search" />}
        label={inShort ? '先查查能赔多少' : '先查一查'}
        {...(inShort ? {} : { note: '那天有没有保障、大概能赔多少、要准备哪些材料' })}
        onPress={() => void openPage(BEFORE_PAGE)}
      />
    </Card>
  );
}
