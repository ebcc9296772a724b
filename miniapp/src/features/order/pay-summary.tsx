import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { formatChinaDay, type ChinaDay } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Card } from '@/components/card/card';
import { Row } from '@/components/row/row';
import styles from './pay-summary.module.scss';

interface PaySummaryProps {
  priceFen: number;
  payeeName: string;
  planName: string;
  persons: readonly { name: string; shareFen: number }[];
  startDay: ChinaDay | undefined;
  /** How the payment stands, where the eye is. */
  children?: ReactNode;
}

/** What is paid, to whom, and for what: the amount first. */
export function PaySummary({ priceFen, payeeName, planName, persons, startDay, children }: PaySummaryProps) {
  return (
    <>
      <View className={styles.amount}>
        <Text className={styles.caption}>一家一年，付</Text>
        <View className={styles.figure}>
          <Amount fen={priceFen} size="lead" />
        </View>
        <Text className={styles.caption}>{`付给 ${payeeName}`}</Text>
      </View>
      {children}
      <Card flush>
        <Row label="买的方案" value={planName} />
        {startDay === undefined ? null : (
          <Row label="保障开始" value={`${formatChinaDay(startDay, startDay)}0 点`} />
        )}
        {persons.map(({ name, shareFen }, position) => (
          <Row key={position} label={`${name} 最多赔`} value={<Amount fen={shareFen} />} />
        ))}
      </Card>
    </>
  );
}
