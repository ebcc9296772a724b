import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { offerFor, type PersonOffer, type Relative } from 'shared/household/family-offer';
import { personSums } from 'shared/product/coverage-words';
import { allowanceRuleOf, illnessRuleOf } from 'shared/product/coverage-rules';
import { formatChinaDay, type ChinaDay } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Badge } from '@/components/badge/badge';
import { Card } from '@/components/card/card';
import { CountStepper } from './count-stepper';
import { agesOf, allSame, medicalRuleOf, premiumWords, refusalWords, whoMayJoin } from './plan-words';
import type { PlanView } from './use-plans';
import styles from './plan-comparison.module.scss';

/** Somebody of the family for whom the plans are reckoned. */
export interface Compared extends Relative {
  name: string;
}

interface PlanComparisonProps {
  plans: readonly PlanView[];
  startDay: ChinaDay;
  /** Those whose names are known; otherwise the plans are reckoned for so many people. */
  family: readonly Compared[];
  people: number;
  onPeople: (people: number) => void;
}

/** More than two stand one under the other in each line: three columns of a phone hold no sum. */
const MOST_COLUMNS = 2;

/** One line in which the plans may differ: the question over it, a value for each plan; agreeing words once. */
function Line({
  label,
  plans,
  words,
  marked,
  cellOf = (plan) => <Text>{words(plan)}</Text>,
}: {
  label: string;
  plans: readonly PlanView[];
  /** What a plan says, to find out whether all say the same. */
  words: (plan: PlanView) => string;
  /** False where a difference is plain to see. */
  marked?: boolean;
  cellOf?: (plan: PlanView) => ReactNode;
}) {
  const [first] = plans;
  const agree = plans.length > 1 && allSame(plans.map(words));
  return (
    <View className={styles.line}>
      <View className={styles.question}>
        <Text className={styles.label}>{agree ? `${label}（都一样）` : label}</Text>
        {agree || marked === false || plans.length === 1 ? null : <Badge tone="info">不一样</Badge>}
      </View>
      {agree && first !== undefined ? (
        cellOf(first)
      ) : (
        <View className={styles.columns}>
          {plans.map((plan) => (
            <View key={plan.id} className={styles.column}>
              <Text className={styles.whose}>{plan.isSample ? `${plan.name}（示例）` : plan.name}</Text>
              <View className={styles.value}>{cellOf(plan)}</View>
            </View>
          ))}
        </View>
      )}
    </View>
  );
}

/** What one person would hold under one plan, each sum by what pays it; or why they cannot join. */
function PersonCell({ plan, offer }: { plan: PlanView; offer: PersonOffer | undefined }) {
  if (offer === undefined) return null;
  if (!offer.joins) return <Text className={styles.note}>{refusalWords(plan, offer.because)}</Text>;
  const { accidentShareFen, ...others } = offer.benefit;
  return (
    <>
      {personSums({ ...others, accidentFen: accidentShareFen }).map(({ kind, label, fen }) => (
        <View key={kind} className={styles.named}>
          <Text className={styles.note}>{label}</Text>
          <Amount fen={fen} tone="warm" />
        </View>
      ))}
    </>
  );
}

/** How each coverage pays, for the plans that have it. */
function Rules({ plans }: { plans: readonly PlanView[] }) {
  const has = {
    medical: plans.some(({ medical }) => medical !== null),
    allowance: plans.some(({ allowance }) => allowance !== null),
    illness: plans.some(({ illness }) => illness !== null),
  };
  return (
    <>
      {has.medical ? (
        <>
          <Line
            label="意外医疗费，全家共用"
            plans={plans}
            words={({ medical }) => String(medical?.limitFen ?? 0)}
            cellOf={({ medical }) =>
              medical === null ? (
                <Text className={styles.note}>不保</Text>
              ) : (
                <Amount fen={medical.limitFen} style="headline" />
              )
            }
          />
          <Line label="医疗费怎么赔" plans={plans} words={medicalRuleOf} />
        </>
      ) : null}
      {has.allowance ? (
        <Line
          label="意外住院津贴"
          plans={plans}
          words={({ allowance }) => (allowance === null ? '不保' : allowanceRuleOf(allowance))}
        />
      ) : null}
      {has.illness ? (
        <Line
          label="重病怎么赔"
          plans={plans}
          words={({ illness }) => (illness === null ? '不保' : illnessRuleOf(illness))}
        />
      ) : null}
    </>
  );
}

/** The plans side by side on one card, reckoned for this family: each person's own sums, never the headline. */
export function PlanComparison({ plans, startDay, family, people, onPeople }: PlanComparisonProps) {
  const isNamed = family.length > 0;
  const maxMembers = Math.max(...plans.map((plan) => plan.maxMembers));
  const reckoned: readonly Compared[] = isNamed
    ? family
    : Array.from({ length: people }, () => ({ name: '', sex: undefined, birthDay: undefined }));
  const offers = new Map(plans.map((plan) => [plan.id, offerFor(plan, reckoned, startDay)]));
  const shown = isNamed ? reckoned : reckoned.slice(0, 1);
  return (
    <Card>
      {isNamed ? (
        <Text className={styles.note}>{`按您家 ${family.length} 口人算，每人各能得到多少`}</Text>
      ) : (
        <CountStepper
          id="people"
          label="家里几口人参加"
          unit="口人"
          count={people}
          max={maxMembers}
          onChange={onPeople}
        />
      )}
      <View className={plans.length > MOST_COLUMNS ? styles.many : styles.few}>
        <View className={styles.heads}>
          {plans.map((plan) => (
            <View key={plan.id} className={styles.head}>
              <Text className={styles.name}>{plan.name}</Text>
              {plan.isSample ? <Badge tone="due">示例</Badge> : null}
            </View>
          ))}
        </View>
        <View className={styles.main}>
          {shown.map(({ name }, position) => (
            <Line
              key={position}
              label={isNamed ? `${name}最多能得到` : '每人最多能得到'}
              plans={plans}
              marked={false}
              words={({ id }) => JSON.stringify(offers.get(id)?.persons[position])}
              cellOf={(plan) => <PersonCell plan={plan} offer={offers.get(plan.id)?.persons[position]} />}
            />
          ))}
          <Text className={styles.note}>一家人平分的，人越多，每人分到的越少。</Text>
          {plans.some((plan) => plan.isSample) ? (
            <Text className={styles.note}>标“示例”的金额还没有定，以保险公司备案的为准。</Text>
          ) : null}
        </View>
        <Line
          label={isNamed ? '您家一年交' : '一年交'}
          plans={plans}
          words={({ id, priceUnit }) => `${offers.get(id)?.premiumFen ?? 0} ${priceUnit}`}
          cellOf={(plan) => {
            const { joining = 0, premiumFen = 0 } = offers.get(plan.id) ?? {};
            return (
              <View className={styles.price}>
                <Amount
                  fen={isNamed || plan.priceUnit === 'household' ? premiumFen : plan.priceFen}
                  style="headline"
                />
                {plan.priceUnit === 'household' ? null : (
                  <Text className={styles.note}>
                    {isNamed ? premiumWords(plan, joining, 1) : '一个人，一份'}
                  </Text>
                )}
              </View>
            );
          }}
        />
        <Rules plans={plans} />
        <Line label="谁能参加" plans={plans} words={(plan) => `${whoMayJoin(plan)}，${agesOf(plan)}`} />
        <Line
          label="保多久"
          plans={plans}
          words={() => `一年，${formatChinaDay(startDay, startDay)}0 点起`}
        />
      </View>
    </Card>
  );
}
