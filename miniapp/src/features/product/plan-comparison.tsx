import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { formatChinaDay, type ChinaDay } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Badge } from '@/components/badge/badge';
import { Card } from '@/components/card/card';
import { PeopleStepper } from './people-stepper';
import { agesOf, allSame, medicalRuleOf, shareOf } from './plan-words';
import type { PlanView } from './use-plans';
import styles from './plan-comparison.module.scss';

interface PlanComparisonProps {
  plans: readonly PlanView[];
  startDay: ChinaDay;
  people: number;
  onPeople: (people: number) => void;
}

/** One line in which the plans differ: the question over it, a value for each plan. */
function Compared({
  label,
  plans,
  cellOf,
}: {
  label: string;
  plans: readonly PlanView[];
  cellOf: (plan: PlanView) => ReactNode;
}) {
  return (
    <View className={styles.line}>
      <Text className={styles.label}>{label}</Text>
      <View className={styles.columns}>
        {plans.map((plan) => (
          <View key={plan.id} className={styles.column}>
            <Text className={styles.whose}>{plan.isSample ? `${plan.name}（示例）` : plan.name}</Text>
            {cellOf(plan)}
          </View>
        ))}
      </View>
    </View>
  );
}

/** One line in words: once where the plans agree, for each where they do not. */
function Told({
  label,
  plans,
  wordsOf,
}: {
  label: string;
  plans: readonly PlanView[];
  wordsOf: (plan: PlanView) => string;
}) {
  const words = plans.map(wordsOf);
  if (!allSame(words))
    return <Compared label={label} plans={plans} cellOf={(plan) => <Text>{wordsOf(plan)}</Text>} />;
  return (
    <View className={styles.line}>
      <Text className={styles.label}>{plans.length > 1 ? `${label}（都一样）` : label}</Text>
      <Text className={styles.same}>{words[0]}</Text>
    </View>
  );
}

/** The plans side by side on one card, reckoned for a family of so many. */
export function PlanComparison({ plans, startDay, people, onPeople }: PlanComparisonProps) {
  const maxMembers = Math.min(...plans.map((plan) => plan.maxMembers));
  const most = Math.max(...plans.map((plan) => shareOf(plan, people)));
  return (
    <Card>
      <PeopleStepper people={people} max={maxMembers} onChange={onPeople} />
      <View className={styles.heads}>
        {plans.map((plan) => (
          <View key={plan.id} className={styles.head}>
            <Text className={styles.name}>{plan.name}</Text>
            {plan.isSample ? <Badge tone="due">示例</Badge> : null}
          </View>
        ))}
      </View>
      <View className={styles.main}>
        <Compared
          label={`${people} 口人，每人最多赔`}
          plans={plans}
          cellOf={(plan) => (
            <>
              <View className={styles.sum}>
                <Amount fen={shareOf(plan, people)} style="headline" size="lead" tone="warm" />
              </View>
              <View className={styles.bar} style={`width:${(100 * shareOf(plan, people)) / most}%`} />
            </>
          )}
        />
        <Text className={styles.note}>意外身故或伤残；人越多，每人分到的越少。</Text>
        {plans.some((plan) => plan.isSample) ? (
          <Text className={styles.note}>标“示例”的金额还没有定，以保险公司备案的为准。</Text>
        ) : null}
      </View>
      <Compared
        label="意外医疗费，全家共用"
        plans={plans}
        cellOf={(plan) => <Amount fen={plan.medical?.limitFen ?? 0} style="headline" />}
      />
      <Compared
        label="一家一年交"
        plans={plans}
        cellOf={(plan) => (
          <View className={styles.price}>
            <Amount fen={plan.priceFen} style="headline" size="text" />
          </View>
        )}
      />
      <Told label="医疗费怎么赔" plans={plans} wordsOf={medicalRuleOf} />
      <Told label="谁能参加" plans={plans} wordsOf={(plan) => `夫妻和子女，${agesOf(plan)}`} />
      <Told
        label="保多久"
        plans={plans}
        wordsOf={() => `一年，${formatChinaDay(startDay, startDay)}0 点起`}
      />
    </Card>
  );
}
