import { Text, View } from '@tarojs/components';
import type { FamilyCard as Cover } from 'shared/household/get-home.contract';
import { formatChinaDate, type ChinaDay } from 'shared/time/china-day';
import { Badge } from '@/components/badge/badge';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { HeldSums } from './held-sums';
import styles from './family-card.module.scss';

interface OtherCoverProps {
  cover: Cover;
  today: ChinaDay;
  onPolicy: () => void;
}

/** Cover that a family holds beside its first: whose, how much, until when. */
export function OtherCover({ cover, today, onPolicy }: OtherCoverProps) {
  const copies = cover.copies === 1 ? '' : `，每人 ${cover.copies} 份`;
  return (
    <Card id={`other-cover-${cover.policyId}`}>
      <View className={styles.head}>
        <Text className={styles.whose}>{`${cover.planName}${copies}`}</Text>
        {cover.isSample ? <Badge tone="due">示例</Badge> : null}
        <Badge tone={cover.hasStarted ? 'good' : 'info'}>{cover.hasStarted ? '保障中' : '还没开始'}</Badge>
      </View>
      <HeldSums cover={cover} />
      <Text className={styles.caption}>
        {cover.startDay > today
          ? `${formatChinaDate(cover.startDay)} 0 点开始，保到 ${formatChinaDate(cover.lastDay)}`
          : `保到 ${formatChinaDate(cover.lastDay)} 晚上 12 点`}
      </Text>
      <Button id={`other-policy-${cover.policyId}`} kind="quiet" onPress={onPolicy}>
        看保单
      </Button>
    </Card>
  );
}
