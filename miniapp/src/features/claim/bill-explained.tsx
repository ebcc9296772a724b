import { Text, View } from '@tarojs/components';
import type { Statement } from 'shared/claim/assessment.schema';
import type { ClaimView } from 'shared/claim/claim-view';
import { chinaDayOf, formatChinaDay, type ChinaDay } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { BENEFIT_WORDS, leftWords } from './bill-words';
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

interface DecidedProps {
  claim: ClaimView;
  today: ChinaDay;
}

/** Who decided, and when: two people of the insurer, never one alone. */
export function Decided({ claim, today }: DecidedProps) {
  const { decidedAt, decidedBy, insurerName } = claim;
  return (
    <Section title="谁决定的">
      <Card flush>
        <Row label="承保公司" value={insurerName} />
        {decidedAt === null ? null : (
          <Row label="决定的日子" value={formatChinaDay(chinaDayOf(decidedAt), today)} />
        )}
        {decidedBy === null ? null : (
          <>
            {decidedBy.assessor === null ? null : <Row label="审核" value={decidedBy.assessor} />}
            {decidedBy.approver === null ? null : (
              <Row label={claim.refusal === null ? '批准' : '复查'} value={decidedBy.approver} />
            )}
          </>
        )}
      </Card>
    </Section>
  );
}

const objectionWords = ({ actions, objection, hotline }: ClaimView): string => {
  if (objection !== null)
    return `您已经提过一次异议，这是另一位同事复核后的结果。还有意见，打 ${hotline} 投诉。`;
  if (actions.includes('object'))
    return '可以提一次异议，由另一位同事从头复核。没有同意之前，钱不会打，也不影响您的权利。';
  return `打 ${hotline} 投诉，15 天内答复您。`;
};

interface BillExplainedProps extends DecidedProps {
  statement: Statement;
}

/** How the figure came about, by which clause, who gets how much, who decided, and what to do when it is wrong. */
export function BillExplained({ claim, statement, today }: BillExplainedProps) {
  return (
    <>
      <RefusedParts parts={statement.refused} />
      <Formulas parts={statement.parts} />
      <PayeeShares claim={claim} today={today} />
      <Decided claim={claim} today={today} />
      <Section title="觉得算得不对">
        <View className={styles.words}>
          <Text>{objectionWords(claim)}</Text>
          <Text>您同意以后，最晚 10 天打到卡上（保险法第二十三条）。</Text>
          <Text>一直谈不拢，可以去法院起诉，从知道出事那天起两年内（保险法第二十六条）。</Text>
        </View>
      </Section>
    </>
  );
}
