import { Text, View } from '@tarojs/components';
import { coverWords } from 'shared/policy/cover-words';
import type { PolicyView } from 'shared/policy/policy-view';
import { Badge } from '@/components/badge/badge';
import { Card } from '@/components/card/card';
import { POLICY_STATES } from './policy-words';
import styles from './policy-card.module.scss';

interface PolicyCardProps {
  policy: PolicyView;
  /** The one in force, or just bought: the page's dominant element. */
  dominant?: boolean;
  onOpen?: () => void;
}

/** A policy as a card: plan, people, days of cover, number. */
export function PolicyCard({ policy, dominant = false, onOpen }: PolicyCardProps) {
  const { word, tone } = POLICY_STATES[policy.state];
  const names = policy.insured.map(({ name }) => name).join('、');
  return (
    <Card
      id={`policy-${policy.state}`}
      tone={dominant ? 'hero' : 'plain'}
      onPress={onOpen}
      label={onOpen === undefined ? undefined : `打开保单：${policy.planName}，${word}，${names}`}
    >
      <View className={styles.head}>
        <Text className={styles.caption}>
          {policy.isSample
            ? '示例金额，以备案条款为准'
            : policy.copies === 1
              ? '一年'
              : `一年，每人 ${policy.copies} 份`}
        </Text>
        <Badge tone={tone}>{word}</Badge>
      </View>
      <View className={styles.words}>
        <Text className={dominant ? styles.big : styles.title}>{policy.planName}</Text>
        <Text>{names}</Text>
      </View>
      <View className={styles.period}>
        {coverWords(policy).map((words) => (
          <Text key={words} className={styles.caption}>
            {words}
          </Text>
        ))}
        <Text className={styles.caption}>{`保单号 ${policy.policyNumber}`}</Text>
      </View>
    </Card>
  );
}
