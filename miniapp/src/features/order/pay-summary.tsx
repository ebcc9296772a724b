import { Fragment, type ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { personSums } from 'shared/product/coverage-words';
import { payerWords } from 'shared/sponsor/payer-words';
import { formatChinaDay, type ChinaDay } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Card } from '@/components/card/card';
import { Row } from '@/components/row/row';
import type { Purchase } from './purchase';
import styles from './pay-summary.module.scss';

interface PaySummaryProps {
  /** What the family pays itself. */
  ownFen: number;
  payers: Purchase['payers'];
  payeeName: string;
  planName: string;
  persons: Purchase['checked'];
  copies: number;
  startDay: ChinaDay | undefined;
  /** How the payment stands, where the eye is. */
  children?: ReactNode;
}

/** What is paid, to whom, and for what: the amount first. */
export function PaySummary({
  ownFen,
  payers,
  payeeName,
  planName,
  persons,
  copies,
  startDay,
  children,
}: PaySummaryProps) {
  const words = payerWords(payers);
  return (
    <>
      <View className={styles.amount}>
        <Text className={styles.caption}>{words === undefined ? '一年一共付' : '您自己付'}</Text>
        <View className={styles.figure}>
          <Amount fen={ownFen} size="lead" />
        </View>
        {words === undefined ? null : <Text>{words}</Text>}
        <Text className={styles.caption}>{`付给 ${payeeName}`}</Text>
      </View>
      {children}
      <Card flush>
        <Row label="买的方案" value={planName} />
        {copies === 1 ? null : <Row label="份数" value={`每人 ${copies} 份`} />}
        {startDay === undefined ? null : (
          <Row label="保障开始" value={`${formatChinaDay(startDay, startDay)}0\u00a0点`} />
        )}
        {persons.map(({ name, ...sums }, position) => (
          <Fragment key={position}>
            {personSums({ ...sums, accidentFen: sums.accidentShareFen }).map(({ kind, label, fen }) => (
              <Row
                key={kind}
                label={kind === 'accident' ? `${name} 最多赔` : `${name}：${label}`}
                value={<Amount fen={fen} />}
              />
            ))}
          </Fragment>
        ))}
      </Card>
    </>
  );
}
