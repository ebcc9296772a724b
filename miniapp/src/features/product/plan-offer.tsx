import { Text, View } from '@tarojs/components';
import { formatChinaDay, type ChinaDay } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Badge } from '@/components/badge/badge';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { useTheme } from '@/lib/theme/theme';
import { CountStepper } from './count-stepper';
import { shareOf } from './plan-words';
import type { PlanView } from './use-plans';
import styles from './plan-offer.module.scss';

interface PlanOfferProps {
  plan: PlanView;
  /** 城关乡坪埠村 */
  place: string;
  startDay: ChinaDay;
  people: number;
  onPeople: (people: number) => void;
  onBuy: () => void;
}

/** One plan for this family: what each person would hold, what it costs, and the way on. */
export function PlanOffer({ plan, place, startDay, people, onPeople, onBuy }: PlanOfferProps) {
  const { elder } = useTheme();
  const action = (
    <View className={styles.action}>
      <Button id="home-buy" onPress={onBuy}>
        给家人买一份
      </Button>
      <Text className={styles.start}>{`今天付款，${formatChinaDay(startDay, startDay)}0 点起保一年`}</Text>
    </View>
  );
  return (
    <Card tone="hero">
      <View className={styles.head}>
        <Text className={styles.place}>{place}</Text>
        {plan.isSample ? <Badge tone="due">示例</Badge> : null}
      </View>
      <View className={styles.share}>
        <Text className={styles.caption}>遇到意外，每人最多赔</Text>
        <Amount fen={shareOf(plan, people)} style="headline" size="figure" />
      </View>
      {elder ? action : null}
      <CountStepper
        id="people"
        label="家里几口人参加"
        unit="口人"
        count={people}
        max={plan.maxMembers}
        onChange={onPeople}
      />
      <View className={styles.facts}>
        <View className={styles.fact}>
          <Text className={styles.caption}>一家一年</Text>
          <Amount fen={plan.priceFen} style="headline" size="title" />
        </View>
        {plan.medical === null ? null : (
          <View className={styles.fact}>
            <Text className={styles.caption}>医疗费全家共用</Text>
            <Amount fen={plan.medical.limitFen} style="headline" size="title" />
          </View>
        )}
      </View>
      {elder ? null : action}
    </Card>
  );
}
