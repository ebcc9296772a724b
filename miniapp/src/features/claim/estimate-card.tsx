import { Text, View } from '@tarojs/components';
import type { estimateClaim } from 'shared/claim/estimate-claim.contract';
import type { OutputOf } from 'shared/contract/contract';
import { SAMPLE_WORDS } from 'shared/policy/cover-words';
import { Amount } from '@/components/amount/amount';
import { Card } from '@/components/card/card';
import { KIND_IN_SHORT } from './claim-words';
import styles from './estimate-card.module.scss';

/** What a claim would come to. */
export type Estimated = OutputOf<typeof estimateClaim>;

/** The estimate, said to be one, and how each policy's part of it came about. */
export function EstimateCard({ estimated }: { estimated: Estimated }) {
  const { parts, totalFen, isSample } = estimated;
  return (
    <>
      <Card tone="warm">
        <Text className={styles.label}>估算，大概能赔</Text>
        <Amount fen={totalFen} style="headline" size="figure" tone="warm" />
        <Text>不是承诺。报案以后按材料审核，以账单为准。</Text>
      </Card>
      <Card flush>
        {parts.map(({ planName, benefit, formula, totalFen: partFen }, index) => (
          <View key={index} className={styles.part}>
            <View className={styles.head}>
              <Text className={styles.name}>{`${planName} · ${KIND_IN_SHORT[benefit]}`}</Text>
              {parts.length === 1 ? null : (
                <View className={styles.sum}>
                  <Amount fen={partFen} tone="warm" />
                </View>
              )}
            </View>
            <Text className={styles.second}>{formula}</Text>
          </View>
        ))}
      </Card>
      <Text className={styles.second}>
        {`按您填的数、现在还剩的额度算，和审核用的是同一套算法。${isSample ? SAMPLE_WORDS : ''}`}
      </Text>
    </>
  );
}
