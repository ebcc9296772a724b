import { useState } from 'react';
import { Text } from '@tarojs/components';
import type { OutputOf } from 'shared/contract/contract';
import { closeDifference, type DifferenceView, type listBillDays } from 'shared/order/bill.contracts';
import { formatYuan } from 'shared/money/fen';
import { formatChinaDay, formatChinaTime } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { useCommand } from '@/lib/query/use-command';
import { BillDays } from './bill-days';
import { ClosingSheet } from './closing-sheet';
import { DifferenceCard } from './difference-card';
import { differenceWords } from './difference-words';

const endingWords = ({ ending }: DifferenceView): string => {
  if (ending === null) return '';
  const who = ending.name === null ? '再核对时两边一致了' : `${ending.name}：${ending.reason ?? ''}`;
  return `${formatChinaTime(ending.at)} ${who}`;
};

/** WeChat's bills against our books: what there is to clear up, what the days add up to, and what was cleared up. */
export function BillBook({ book }: { book: OutputOf<typeof listBillDays> }) {
  const [closing, setClosing] = useState<DifferenceView>();
  const [done, setDone] = useState(false);
  const command = useCommand(closeDifference);
  const open = book.differences.filter(({ state }) => state === 'open');
  const closed = book.differences.filter(({ state }) => state === 'closed');

  const startClosing = (difference: DifferenceView) => {
    command.reset();
    setDone(false);
    setClosing(difference);
  };
  const confirm = async (reason: string) => {
    if (closing === undefined) return;
    const outcome = await command.run({ differenceId: closing.differenceId, reason });
    if (!outcome.ok) return;
    setClosing(undefined);
    setDone(true);
  };

  return (
    <>
      {book.waiting.length === 0 ? null : (
        <Notice tone="due" title="还有账单没核对">
          {`${book.waiting.map((day) => formatChinaDay(day, day)).join('、')}。系统每小时取一次；到下午还没有，请找技术支持。`}
        </Notice>
      )}
      {done ? (
        <Notice tone="good" announced>
          已了结，记下了您的名字和原因。
        </Notice>
      ) : null}
      <Section title={`要弄清楚的 ${String(open.length)} 笔`} note="系统已问过微信，还对不上的才在这里">
        {open.length === 0 ? (
          <EmptyState icon="done" title="两边都对得上" text="每天 10:40 以后核对前一天的账单。" />
        ) : (
          open.map((difference) => (
            <DifferenceCard
              key={difference.differenceId}
              difference={difference}
              onClose={() => startClosing(difference)}
            />
          ))
        )}
      </Section>
      {book.days.length === 0 ? null : <BillDays days={book.days} />}
      {closed.length === 0 ? null : (
        <Section title="已了结">
          <Card flush>
            {closed.map((difference) => (
              <Row
                key={difference.differenceId}
                label={`${formatChinaDay(difference.day, difference.day)} ${differenceWords(difference).name}`}
                note={endingWords(difference)}
                value={<Text>{`${formatYuan(difference.wechatFen ?? difference.oursFen ?? 0)} 元`}</Text>}
              />
            ))}
          </Card>
        </Section>
      )}
      {closing === undefined ? null : (
        <ClosingSheet
          difference={closing}
          error={command.error}
          onConfirm={confirm}
          onClose={() => setClosing(undefined)}
        />
      )}
    </>
  );
}
