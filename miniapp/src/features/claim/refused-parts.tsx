import { Text } from '@tarojs/components';
import type { Statement } from 'shared/claim/assessment.schema';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import styles from './bill-explained.module.scss';

/** What of the claim is not paid, each with its reason and clause. */
export function RefusedParts({ parts }: { parts: Statement['refused'] }) {
  if (parts.length === 0) return null;
  return (
    <Section title="没有赔的部分">
      {parts.map(({ what, reason, clause }, index) => (
        <Card key={index}>
          <Text className={styles.name}>{what}</Text>
          <Text>{reason}</Text>
          <Text className={styles.second}>{`依据：${clause}`}</Text>
        </Card>
      ))}
    </Section>
  );
}
