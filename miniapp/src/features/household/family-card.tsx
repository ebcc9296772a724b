import { Text, View } from '@tarojs/components';
import type { FamilyCard as Cover } from 'shared/household/get-home.contract';
import { addDays, formatChinaDate, type ChinaDay } from 'shared/time/china-day';
import { Badge } from '@/components/badge/badge';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { useTheme } from '@/lib/theme/theme';
import { HeldSums } from './held-sums';
import styles from './family-card.module.scss';

interface FamilyCardProps {
  cover: Cover;
  today: ChinaDay;
  /** 坪埠村 · 王建国家 */
  whose: string;
  onClaim: () => void;
  onPolicy: () => void;
}

const startWords = (startDay: ChinaDay, today: ChinaDay): string =>
  startDay === addDays(today, 1) ? '明天' : formatChinaDate(startDay);

/** What the family holds today: days left, each person's sum, the shared medical money. */
export function FamilyCard({ cover, today, whose, onClaim, onPolicy }: FamilyCardProps) {
  const { elder } = useTheme();
  const actions = (
    <View className={styles.actions}>
      <View className={styles.claim}>
        <Button id="home-claim" onPress={onClaim}>
          我要理赔
        </Button>
      </View>
      <Button id="home-policy" kind="quiet" onPress={onPolicy}>
        看保单
      </Button>
    </View>
  );
  return (
    <Card tone="hero" id="family-card">
      <View className={styles.head}>
        <Text className={styles.whose}>{whose}</Text>
        {cover.isSample ? <Badge tone="due">示例</Badge> : null}
        <Badge tone={cover.hasStarted ? 'good' : 'info'}>{cover.hasStarted ? '保障中' : '还没开始'}</Badge>
      </View>
      <View className={styles.left}>
        <Text className={styles.caption}>
          {cover.hasStarted ? '全家的保障还有' : `${startWords(cover.startDay, today)} 0 点开始，保`}
        </Text>
        <Text className={styles.days}>
          {cover.daysLeft}
          <Text className={styles.unit}>天</Text>
        </Text>
        <Text className={styles.caption}>{`到 ${formatChinaDate(cover.lastDay)} 晚上 12 点`}</Text>
      </View>
      {elder ? actions : null}
      <HeldSums cover={cover} />
      {elder ? null : actions}
    </Card>
  );
}
