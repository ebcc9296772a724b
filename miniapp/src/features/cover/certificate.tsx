import { Fragment } from 'react';
import { Text, View } from '@tarojs/components';
import { RELATION_WORDS } from 'shared/household/member.schema';
import { personSums } from 'shared/product/coverage-words';
import { allowanceRuleOf, illnessRuleOf, medicalRuleOf } from 'shared/product/coverage-rules';
import { coverWords } from 'shared/policy/cover-words';
import { CONSENT_AWAITED } from 'shared/policy/consent';
import type { PolicyView } from 'shared/policy/policy-view';
import { chinaDayOf, formatChinaDate } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Badge } from '@/components/badge/badge';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { headlineOf, POLICY_STATES } from './policy-words';
import styles from './certificate.module.scss';

/** The whole policy as its family may read it out or show it: who, how much, how long, by whom. */
export function Certificate({ policy }: { policy: PolicyView }) {
  const { word, tone } = POLICY_STATES[policy.state];
  const headline = headlineOf(policy);
  return (
    <>
      <Card tone="hero">
        <View className={styles.head}>
          <Text className={styles.caption}>{policy.insurer.name}</Text>
          <Badge tone={tone}>{word}</Badge>
        </View>
        <View className={styles.sum}>
          <Text className={styles.caption}>{headline.caption}</Text>
          <Amount fen={headline.fen} style="headline" size="figure" />
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
                  {personSums({ ...person, accidentFen: person.accidentShareFen }).map((sum) => (
                    <Fragment key={sum.kind}>
                      {sum.kind === 'accident' ? null : <Text className={styles.caption}>{sum.label}</Text>}
                      <Amount fen={sum.fen} />
                    </Fragment>
                  ))}
                  {person.consentAwaited ? <Text className={styles.caption}>{CONSENT_AWAITED}</Text> : null}
                  {person.accidentLeftFen === person.accidentShareFen ? null : (
                    <Text className={styles.caption}>
                      还剩 <Amount fen={person.accidentLeftFen} />
                    </Text>
                  )}
                </View>
              }
            />
          ))}
          {policy.accidentSumFen === 0 ? null : (
            <Row label="意外身故、伤残，全家合计" value={<Amount fen={policy.accidentSumFen} />} strong />
          )}
        </Card>
      </Section>
      {policy.medical === null ? null : (
        <Section title="意外医疗费，全家共用">
          <Card flush>
            <Row label="一年最多赔" value={<Amount fen={policy.medical.limitFen} />} />
            <Row label="现在还剩" value={<Amount fen={policy.medical.leftFen} />} strong />
            <Row label="怎么赔" value={medicalRuleOf(policy.medical)} stacked />
          </Card>
        </Section>
      )}
      {policy.allowance === null && policy.illness === null ? null : (
        <Section title="还有这些要知道">
          <Card flush>
            {policy.allowance === null ? null : (
              <Row label="住院津贴" value={allowanceRuleOf(policy.allowance)} stacked />
            )}
            {policy.illness === null ? null : (
              <Row label="重病" value={illnessRuleOf(policy.illness)} stacked />
            )}
          </Card>
        </Section>
      )}
      <Section title="保单信息">
        <Card flush>
          <Row label="产品全称" value={policy.productName} stacked />
          <Row label="备案编号" value={policy.filingNumber} stacked />
          <Row label="承保公司" value={policy.insurer.name} stacked />
          {policy.copies === 1 ? null : <Row label="份数" value={`${policy.copies} 份`} />}
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
