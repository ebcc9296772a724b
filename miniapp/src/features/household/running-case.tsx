import { Text, View } from '@tarojs/components';
import type { getHome } from 'shared/household/get-home.contract';
import type { OutputOf } from 'shared/contract/contract';
import { formatChinaDay, type ChinaDay } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import styles from './running-case.module.scss';

type Home = OutputOf<typeof getHome>;

type Claim = NonNullable<Home['runningClaim']>;

/** What the family waits for, or what waits for the family. */
const nextWords = ({ state, promisedDay, provisional }: Claim, today: ChinaDay): string => {
  switch (state) {
    case 'papersAsked':
      return '请您补材料，补齐了接着办';
    case 'approved':
      return '请您看账单，同意了就打款';
    case 'agreed':
    case 'paying':
      return '到账了会告诉您';
    case 'paymentFailed':
      return '请换一张能收款的卡';
    default:
      return `最晚 ${formatChinaDay(promisedDay, today)}${provisional ? '（暂定）' : ''}前给您答复`;
  }
};

interface RunningCaseProps {
  claim: Claim;
  today: ChinaDay;
  onOpen: () => void;
}

/** The claim under way: whose, where it stands, and by when the family hears. */
export function RunningCase({ claim, today, onOpen }: RunningCaseProps) {
  const next = nextWords(claim, today);
  return (
    <Card id="home-case" onPress={onOpen} label={`${claim.personName}的理赔：${claim.stateText}，${next}`}>
      <View className={styles.case}>
        <View className={styles.words}>
          <Text className={styles.name}>{`${claim.personName}的理赔 · ${claim.stateText}`}</Text>
          <Text className={styles.day}>{next}</Text>
        </View>
        <Icon name="forward" size="small" className={styles.arrow} />
      </View>
    </Card>
  );
}
