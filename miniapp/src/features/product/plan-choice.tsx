import { Text, View } from '@tarojs/components';
import { Badge } from '@/components/badge/badge';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Row } from '@/components/row/row';
import { openPage } from '@/lib/navigation/navigation';
import type { PlanView } from './use-plans';
import styles from './plan-offer.module.scss';

interface PlanChoiceProps {
  plan: PlanView;
  /** Nobody of the family may join. */
  isForNobody: boolean;
  onChoose: () => Promise<void>;
}

/** One plan to be chosen: its pages behind a row, then its button. */
export function PlanChoice({ plan, isForNobody, onChoose }: PlanChoiceProps) {
  return (
    <Card>
      <View className={styles.head}>
        <Text className={styles.title}>{plan.name}</Text>
        {plan.isSample ? <Badge tone="due">示例</Badge> : null}
      </View>
      <Row
        id={`plan-documents-${plan.line}`}
        label="条款先看清"
        note={plan.documents.map(({ title }) => title.replace('（示例）', '')).join('、')}
        onPress={() => void openPage(`/packages/buy/pages/read/read?planId=${plan.id}`)}
      />
      <Button
        id={`choose-${plan.line}`}
        kind="secondary"
        disabled={isForNobody}
        reason={`${plan.name}，家里没有能参加的人`}
        onPress={onChoose}
      >
        {`选${plan.name}`}
      </Button>
    </Card>
  );
}
