import { Text, View } from '@tarojs/components';
import type { DifferenceView } from 'shared/order/bill.contracts';
import { formatYuan } from 'shared/money/fen';
import { formatChinaDay } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Badge } from '@/components/badge/badge';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { CopyLine } from '@/components/copy-line/copy-line';
import { Row } from '@/components/row/row';
import styles from './difference-card.module.scss';
import { differenceWords } from './difference-words';

const ageWords = (days: number): string => (days === 0 ? '今天发现' : `${String(days)} 天前发现`);
const sideWords = (fen: number | null): string => (fen === null ? '没有这笔' : `${formatYuan(fen)} 元`);

/** One open difference: how much, what happened, what to do, and the numbers to look it up by. */
export function DifferenceCard({ difference, onClose }: { difference: DifferenceView; onClose: () => void }) {
  const { differenceId, kind, number, outTradeNo, transactionId, wechatFen, oursFen } = difference;
  const { name, what, step } = differenceWords(difference);
  return (
    <Card id={`difference-${differenceId}`}>
      <View className={styles.head}>
        <Amount fen={wechatFen ?? oursFen ?? 0} size="big" />
        <Badge tone={difference.ageDays > 1 ? 'bad' : 'due'}>{name}</Badge>
      </View>
      <Text className={styles.note}>
        {`${formatChinaDay(difference.day, difference.day)}的${kind === 'payment' ? '付款' : '退款'} · ${ageWords(difference.ageDays)}`}
      </Text>
      <View className={styles.words}>
        <Text>{what}</Text>
        <Text className={styles.step}>{step}</Text>
      </View>
      <Row label="微信账单" value={sideWords(wechatFen)} />
      <Row label="我们的账" value={sideWords(oursFen)} />
      <CopyLine
        id={`difference-trade-${differenceId}`}
        label="商户订单号"
        shown={outTradeNo}
        copied={outTradeNo}
      />
      {kind === 'payment' ? null : (
        <CopyLine
          id={`difference-refund-${differenceId}`}
          label="商户退款单号"
          shown={number}
          copied={number}
        />
      )}
      {transactionId === null ? null : (
        <CopyLine
          id={`difference-wechat-${differenceId}`}
          label="微信支付单号"
          shown={transactionId}
          copied={transactionId}
        />
      )}
      <View className={styles.steps}>
        <Button id={`difference-close-${differenceId}`} kind="secondary" onPress={onClose}>
          写明并了结
        </Button>
      </View>
    </Card>
  );
}
