import { Text, View } from '@tarojs/components';
import type { Statement } from 'shared/claim/assessment.schema';
import type { ClaimView } from 'shared/claim/claim-view';
import {
  BENEFIT_WORDS,
  deadlineWords,
  deciders,
  leftWords,
  objectionWords,
  otherWays,
} from 'shared/claim/statement-words';
import { chinaDayOf, formatChinaDate, type ChinaDay } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { PayeeShares } from './payee-shares';
import { RefusedParts } from './refused-parts';
import styles from './bill-explained.module.scss';

/** What is paid for the same thing is explained once, with the formula of each policy. */
function Formulas({ parts }: Pick<Statement, 'parts'>) {
  return (
    <Section title="怎么算的">
      {parts.map((part, index) => (
        <Card key={index}>
          {parts.length === 1 ? null : (
            <Text className={styles.name}>{`${BENEFIT_WORDS[part.benefit].name} · ${part.planName}`}</Text>
          )}
          <Text>{BENEFIT_WORDS[part.benefit].formula}</Text>
          <Text className={styles.formula} userSelect>
            {part.formula}
          </Text>
          <Text className={styles.second}>{leftWords(part)}</Text>
          <Text className={styles.second}>{`依据：${part.clause}`}</Text>
        </Card>
      ))}
    </Section>
  );
}

/** Who decided, and when: two people of the insurer, never one alone. */
export function Decided({ claim }: { claim: ClaimView }) {
  const { decidedAt, insurerName } = claim;
  return (
    <Section title="谁决定的">
      <Card flush>
        <Row label="承保公司" value={insurerName} />
        {decidedAt === null ? null : <Row label="决定日期" value={formatChinaDate(chinaDayOf(decidedAt))} />}
        {deciders(claim).map(([task, who]) => (
          <Row key={task} label={task} value={who} />
        ))}
      </Card>
    </Section>
  );
}

/** Every way that stands open to somebody who does not agree. */
export function OtherWays({ claim }: { claim: ClaimView }) {
  return (
    <Section title="不同意怎么办">
      <View className={styles.ways}>
        {[objectionWords(claim), ...otherWays(claim)].map((words) => (
          <View key={words} className={styles.way}>
            <View className={styles.dot} />
            <Text className={styles.words}>{words}</Text>
          </View>
        ))}
      </View>
    </Section>
  );
}

interface BillExplainedProps {
  claim: ClaimView;
  statement: Statement;
  today: ChinaDay;
}

/** How the figure came about, by which clause, who gets how much, who decided, and what to do when it is wrong. */
export function BillExplained({ claim, statement, today }: BillExplainedProps) {
  return (
    <>
      <RefusedParts parts={statement.refused} />
      <Formulas parts={statement.parts} />
      <PayeeShares claim={claim} today={today} />
      <Section title="什么时候打款">
        <Text className={styles.second}>{deadlineWords(claim)}</Text>
      </Section>
      <Decided claim={claim} />
      <OtherWays claim={claim} />
    </>
  );
}
