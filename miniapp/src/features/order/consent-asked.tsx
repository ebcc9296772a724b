import { Text, View } from '@tarojs/components';
import type { OutputOf } from 'shared/contract/contract';
import type { getConsent } from 'shared/policy/consent.contracts';
import { formatChinaDate } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import styles from './pay-summary.module.scss';

export type AskedConsent = OutputOf<typeof getConsent>;

/** Who insures them, for how much, under which plan, with whom; names are masked. */
export function ConsentAsked({ asked }: { asked: AskedConsent }) {
  const isAdult = asked.kind === 'adult';
  return (
    <>
      <View className={styles.amount}>
        <Text className={styles.caption}>
          {isAdult
            ? `${asked.holderName}给您（${asked.personName}）买了意外保障，最多赔`
            : `${asked.holderName}要给孩子（${asked.personName}）买意外保障，最多赔`}
        </Text>
        <View className={styles.figure}>
          <Amount fen={asked.accidentShareFen} style="headline" size="figure" />
        </View>
        <Text className={styles.caption}>意外身故或伤残。您不用付钱。</Text>
      </View>
      {asked.isSample ? <Notice tone="due">这份方案的金额是示例，以承保公司备案的条款为准。</Notice> : null}
      <Card flush>
        <Row label="方案" value={asked.planName} />
        <Row label="产品全称" value={asked.productName} stacked />
        <Row label="承保公司" value={asked.insurer.name} stacked />
        <Row
          label="保障时间"
          value={`${formatChinaDate(asked.startDay)} 到 ${formatChinaDate(asked.lastDay)}`}
          stacked
        />
        <Row label="身故赔给谁" value="法定继承人（父母、配偶、子女）" stacked />
      </Card>
    </>
  );
}
