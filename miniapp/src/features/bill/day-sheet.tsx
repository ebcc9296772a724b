import { Text } from '@tarojs/components';
import type { BillDayView } from 'shared/order/bill.contracts';
import { formatYuan } from 'shared/money/fen';
import { formatChinaDay, formatChinaTime } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { DataTable } from '@/components/data-table/data-table';
import { Sheet } from '@/components/sheet/sheet';
import { netFen } from './net';

const countOf = (wechat: number, ours: number, word: string): string =>
  wechat === ours
    ? `${word} ${String(ours)} 笔`
    : `${word}（微信 ${String(wechat)} 笔，账上 ${String(ours)} 笔）`;

/** What a day is made of, on both sides. */
export function DaySheet({ day, onClose }: { day: BillDayView; onClose: () => void }) {
  const { wechat, ours } = day;
  const line = (name: string, there: number, here: number) => ({
    key: name,
    name,
    figures: [formatYuan(there), formatYuan(here)],
  });
  return (
    <Sheet
      id="bill-day-sheet"
      title={formatChinaDay(day.day, day.day)}
      onClose={onClose}
      actions={
        <Button id="bill-day-close" kind="secondary" onPress={onClose}>
          知道了
        </Button>
      }
    >
      <DataTable
        label="这一天两边的账"
        columns={['', '微信（元）', '账上（元）']}
        rows={[
          line(countOf(wechat.payments, ours.payments, '收款'), wechat.paidFen, ours.paidFen),
          line(countOf(wechat.refunds, ours.refunds, '退款'), -wechat.refundedFen, -ours.refundedFen),
        ]}
        total={{ name: '合计', figures: [formatYuan(netFen(wechat)), formatYuan(netFen(ours))] }}
      />
      {day.underWay === 0 ? null : <Text>{`有 ${String(day.underWay)} 笔在等退款到账。`}</Text>}
      <Text>
        {day.bill === 'none' ? '微信说这一天没有交易。' : '账单的校验码和微信给的一致。'}
        {`${formatChinaTime(day.comparedAt)} 核对。`}
      </Text>
    </Sheet>
  );
}
