import { Text, View } from '@tarojs/components';
import { RELATION_WORDS } from 'shared/household/member.schema';
import type { PolicyView } from 'shared/policy/policy-view';
import { chinaDayOf, formatChinaDate } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Badge } from '@/components/badge/badge';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { coverWords, medicalRuleOf, POLICY_STATES } from './policy-words';
import styles from './certificate.module.scss';

/** The whole policy as its family may read it out or show it: who, how much, how long, by whom. */
export function Certificate({ policy }: { policy: PolicyView }) {
  const { word, tone } = POLICY_STATES[policy.state];
  return (
    <>
      <Card tone="hero">
        <View className={styles.head}>
          <Text className={styles.caption}>{policy.insurer.name}</Text>
          <Badge tone={tone}>{word}</Badge>
        </View>
        <View className={styles.sum}>
          <Text className={styles.caption}>意外身故、伤残，全家一共最多赔</Text>
          <Amount fen={policy.accidentSumFen} style="headline" size="figure" />
        </View>
        <View className={styles.period}>
          {coverWords(policy).map((words) => (
            <Text key={words}>{words}</Text>
          ))}
          <Text className={styles.caption}>{`保单号 ${policy.policyNumber}`}</Text>
        </View>
      </Card>
      {policy.isSample ? <Notice tone="due">这份方案的金额是示例，以承保公司备案的条款为准。</Notice> : null}
      <Section title="受保障的人（被保险人）" note="每人最多赔的钱（保额）">
        <Card flush>
          {policy.insured.map((person, position) => (
            <Row
              key={position}
              label={`${person.name} · ${RELATION_WORDS[person.relation]}`}
              note={person.maskedIdNumber}
              value={
                <View className={styles.value}>
                  <Amount fen={person.accidentShareFen} />
                  {person.accidentLeftFen === person.accidentShareFen ? null : (
                    <Text className={styles.caption}>
                      还剩 <Amount fen={person.accidentLeftFen} />
                    </Text>
                  )}
                </View>
              }
            />
          ))}
          <Row label="全家合计" value={<Amount fen={policy.accidentSumFen} />} strong />
        </Card>
      </Section>
      <Section title="意外医疗费，全家共用">
        <Card flush>
          <Row label="一年最多赔" value={<Amount fen={policy.medicalLimitFen} />} />
          <Row label="现在还剩" value={<Amount fen={policy.medicalLeftFen} />} strong />
          <Row label="怎么赔" value={medicalRuleOf(policy)} stacked />
        </Card>
      </Section>
      <Section title="保单信息">
        <Card flush>
          <Row label="产品全称" value={policy.productName} stacked />
          <Row label="备案编号" value={policy.filingNumber} stacked />
          <Row label="承保公司" value={policy.insurer.name} stacked />
          <Row label="保费" value={<Amount fen={policy.premiumFen} />} />
          {policy.cancellation === null ? null : (
            <>
              <Row label="退保日期" value={formatChinaDate(policy.cancellation.day)} />
              <Row label="退还保费" value={<Amount fen={policy.cancellation.refundFen} />} />
            </>
          )}
          <Row label="出单日期" value={formatChinaDate(chinaDayOf(policy.issuedAt))} />
          <Row label="投诉" value={policy.insurer.complaintChannel} stacked />
        </Card>
      </Section>
    </>
  );
}
