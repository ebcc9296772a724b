import { Text, View } from '@tarojs/components';
import type { getHome } from 'shared/household/get-home.contract';
import type { OutputOf } from 'shared/contract/contract';
import { formatChinaDay, type ChinaDay } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import styles from './running-case.module.scss';

type Home = OutputOf<typeof getHome>;

interface RunningCaseProps {
  claim: NonNullable<Home['runningClaim']>;
  today: ChinaDay;
  onOpen: () => void;
}

/** The claim under way: whose, where it stands, and by when the family hears. */
export function RunningCase({ claim, today, onOpen }: RunningCaseProps) {
  const promised = `最晚 ${formatChinaDay(claim.promisedDay, today)}`;
  return (
    <Card
      id="home-case"
      onPress={onOpen}
      label={`${claim.personName}的理赔：${claim.stateText}，${promised}前给您答复`}
    >
      <View className={styles.case}>
        <View className={styles.words}>
          <Text className={styles.name}>{`${claim.personName}的理赔 · ${claim.stateText}`}</Text>
          <Text className={styles.day}>{`${promised}${claim.provisional ? '（暂定）' : ''}前给您答复`}</Text>
        </View>
        <Icon name="forward" size="small" className={styles.arrow} />
      </View>
    </Card>
  );
}
