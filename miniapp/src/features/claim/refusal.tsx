import { Text, View } from '@tarojs/components';
import type { ClaimView } from 'shared/claim/claim-view';
import { addDays, chinaDayOf, formatChinaDay, type ChinaDay } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { Decided } from './bill-explained';
import { RefusedParts } from './refused-parts';
import { StatementFile } from './statement-file';
import { inFours, KIND_IN_SHORT } from './claim-words';
import styles from './refusal.module.scss';

/** In writing, with reasons, within so many days of the decision. Source: domain R16. */
const WRITTEN_WITHIN_DAYS = 3;

const whatToDo = ({ actions, objection, hotline }: ClaimView): string[] => [
  ...(actions.includes('object')
    ? ['提一次异议：写明哪里不对，换一位同事从头复核。']
    : objection === null
      ? []
      : ['您已经提过一次异议，这是另一位同事复核后的结果。']),
  ...(actions.includes('reopen') ? ['有新材料、新情况：两年内可以申请重新办理。'] : []),
  `投诉：打 ${hotline}，15 天内答复您。`,
  '去法院起诉：从知道出事那天起两年内（保险法第二十六条）。',
];

interface RefusalProps {
  claim: ClaimView;
  reason: string;
  today: ChinaDay;
}

/** The reason large, who decided, and every way that stands open. */
export function Refusal({ claim, reason, today }: RefusalProps) {
  const { decidedAt } = claim;
  return (
    <>
      <Card>
        <Text className={styles.second}>{`${claim.personName} · ${KIND_IN_SHORT[claim.kind]}`}</Text>
        <Text className={styles.second}>{`案号 ${inFours(claim.claimNumber)}`}</Text>
        <Text className={styles.title}>这次没有赔</Text>
        <Text className={styles.reason} userSelect>
          {reason === '' ? '原因没有写明，请打电话问清楚。' : reason}
        </Text>
        {decidedAt === null ? null : (
          <Text className={styles.second}>
            {`不赔的书面通知最晚 ${formatChinaDay(addDays(chinaDayOf(decidedAt), WRITTEN_WITHIN_DAYS), today)}前给您（保险法第二十四条）。`}
          </Text>
        )}
      </Card>
      <Section title="您可以">
        <View className={styles.ways}>
          {whatToDo(claim).map((words) => (
            <View key={words} className={styles.way}>
              <View className={styles.dot} />
              <Text className={styles.words}>{words}</Text>
            </View>
          ))}
        </View>
      </Section>
      <RefusedParts parts={claim.refusedParts} />
      <StatementFile claimId={claim.claimId} />
      <Decided claim={claim} today={today} />
    </>
  );
}
