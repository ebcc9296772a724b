import type { OpenedAssistance } from 'shared/assistance/assistance.contracts';
import { formatChinaTime } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';

/** It is filled in, not sent: what happens next, and until when. */
export function OpenedCard({ opened }: { opened: OpenedAssistance }) {
  return (
    <>
      <Notice tone="good" title="填好了，还没有报案" announced>
        把链接发给这家人。他们用买保险的微信打开，核对、补材料，自己发出，才算报案。
      </Notice>
      <Section title="发给家里的链接">
        <Card flush>
          <Row label="出事的人" value={opened.maskedName} />
          <Row label="有效到" value={formatChinaTime(opened.expiresAt)} />
          <Row label="别人点开" value="什么也看不到" />
        </Card>
      </Section>
    </>
  );
}
