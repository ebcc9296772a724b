import { useState } from 'react';
import type { BillDayView } from 'shared/order/bill.contracts';
import { formatYuan, sumOf } from 'shared/money/fen';
import { formatChinaDay } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { DataTable } from '@/components/data-table/data-table';
import { Section } from '@/components/section/section';
import { DaySheet } from './day-sheet';
import { netFen } from './net';

/** The last days, what WeChat has after refunds, how far our books are from it, and what all of it adds up to. */
export function BillDays({ days }: { days: readonly BillDayView[] }) {
  const [opened, setOpened] = useState<BillDayView>();
  const apart = ({ wechat, ours }: BillDayView): number => netFen(wechat) - netFen(ours);
  return (
    <Section title="每天的账" note="微信净收是收款减退款；相差是微信比账上多的钱">
      <Card flush>
        <DataTable
          label="每天的账"
          columns={['日期', '微信净收（元）', '相差（元）']}
          rows={days.map((day) => ({
            key: day.day,
            id: `bill-day-${day.day}`,
            name: formatChinaDay(day.day, day.day),
            figures: [formatYuan(netFen(day.wechat)), formatYuan(apart(day))],
            onPress: () => setOpened(day),
          }))}
          total={{
            id: 'bill-total',
            name: '合计',
            figures: [
              formatYuan(sumOf(days.map(({ wechat }) => netFen(wechat)))),
              formatYuan(sumOf(days.map(apart))),
            ],
          }}
        />
      </Card>
      {opened === undefined ? null : <DaySheet day={opened} onClose={() => setOpened(undefined)} />}
    </Section>
  );
}
