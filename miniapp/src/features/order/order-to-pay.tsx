import { Text, View } from '@tarojs/components';
import type { OutputOf } from 'shared/contract/contract';
import { formatChinaDay, formatChinaTime } from 'shared/time/china-day';
import type { getOrderToPay } from 'shared/order/get-order-to-pay.contract';
import { ownPartOf, payerWords } from 'shared/sponsor/payer-words';
import { Amount } from '@/components/amount/amount';
import { Card } from '@/components/card/card';
import { Row } from '@/components/row/row';
import styles from './pay-summary.module.scss';

interface OrderToPayProps {
  asked: OutputOf<typeof getOrderToPay>;
  caption: string;
}

/** What somebody is asked to pay: how much, to whom, for whose family; names are masked. */
export function OrderToPay({ asked, caption }: OrderToPayProps) {
  const { order, insuredNames, isSample } = asked;
  const words = payerWords(order.payers, 'relatives');
  return (
    <>
      <View className={styles.amount}>
        <Text className={styles.caption}>{caption}</Text>
        <View className={styles.figure}>
          <Amount fen={ownPartOf(order.payers)} size="lead" />
        </View>
        {words === undefined ? null : <Text>{words}</Text>}
        <Text className={styles.caption}>{`付给 ${order.payeeName}`}</Text>
      </View>
      <Card flush>
        <Row label="买的方案" value={isSample ? `${order.planName}（示例）` : order.planName} />
        <Row label="给谁买" value={insuredNames.join('、')} stacked />
        {asked.isPayable ? <Row label="最晚付款" value={formatChinaTime(order.expiresAt).slice(5)} /> : null}
        <Row label="保障开始" value={`${formatChinaDay(order.startDay, order.startDay)}0\u00a0点`} />
      </Card>
    </>
  );
}
