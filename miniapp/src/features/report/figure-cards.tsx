import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { formatYuanShort } from 'shared/money/fen';
import type { Tally } from 'shared/report/figures';
import { Amount } from '@/components/amount/amount';
import { Card } from '@/components/card/card';
import { comparedWith } from './figure-words';
import styles from './figure-cards.module.scss';

interface FigureCardProps {
  title: string;
  /** The page's main figure. */
  isFirst?: boolean;
  value: ReactNode;
  comparison: string;
}

function FigureCard({ title, isFirst = false, value, comparison }: FigureCardProps) {
  return (
    <View className={`${styles.part} ${isFirst ? styles.first : ''}`}>
      <Card>
        <View className={styles.figure}>
          <Text className={styles.title}>{title}</Text>
          <View className={styles.value}>{value}</View>
          <Text className={styles.comparison}>{comparison}</Text>
        </View>
      </Card>
    </View>
  );
}

const counted = (count: number, unit: string) => (
  <>
    {count}
    <Text className={styles.unit}>{unit}</Text>
  </>
);

interface FigureCardsProps {
  month: Tally;
  /** The month before; undefined while it is not known. */
  before: Tally | undefined;
  /** It could not be had. */
  isBeforeMissing: boolean;
}

/** One figure and its comparison with the month before on each card. */
export function FigureCards({ month, before, isBeforeMissing }: FigureCardsProps) {
  const unknown = isBeforeMissing ? '上月的数没有取到' : '正在取上月的数';
  const compared = (field: 'households' | 'insured' | 'premiumFen', print: (difference: number) => string) =>
    before === undefined ? unknown : comparedWith(month[field], before[field], print);
  return (
    <View className={styles.cards}>
      <FigureCard
        title="完成户数"
        isFirst
        value={counted(month.households, '户')}
        comparison={compared('households', (difference) => `${difference} 户`)}
      />
      <FigureCard
        title="完成保费"
        value={<Amount fen={month.premiumFen} style="headline" size="big" />}
        comparison={compared('premiumFen', (difference) => `${formatYuanShort(difference)} 元`)}
      />
      <FigureCard
        title="受保障人数"
        value={counted(month.insured, '人')}
        comparison={compared('insured', (difference) => `${difference} 人`)}
      />
    </View>
  );
}
