import { Text, View } from '@tarojs/components';
import type { ClaimView } from 'shared/claim/claim-view';
import type { Statement } from 'shared/claim/assessment.schema';
import { formatYuan } from 'shared/money/fen';
import { chinaDayOf, formatChinaDay, type ChinaDay } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import styles from './bill-explained.module.scss';

const IN_WORDS: Readonly<Record<Statement['draws'], string>> = {
  medicalLimit: '发票金额，减去别处已报销的，减去自己先承担的，剩下的按比例赔。',
  accidentShare: '本人的意外保额，按比例赔。',
};

const leftAfter = ({ draws, leftFen }: Statement): string =>
  draws === 'medicalLimit'
    ? `这次赔完，全家医疗还能赔 ${formatYuan(leftFen)} 元。`
    : `这次赔完，本人的意外保额还剩 ${formatYuan(leftFen)} 元。`;

const payoutWords = ({ payout, account, state }: ClaimView, today: ChinaDay): string => {
  const where = `${account.holder}的${account.bank} ${account.maskedNumber}`;
  if (payout?.state === 'paid') {
    const when = payout.settledAt === null ? '' : formatChinaDay(chinaDayOf(payout.settledAt), today);
    return `${when}已打到${where}。`;
  }
  if (payout?.state === 'failed' || state === 'paymentFailed')
    return `银行没有收下这笔钱（${where}）。我们会打电话跟您核对卡号，赔款不会少。`;
  if (payout?.state === 'sent') return `钱已交给银行，要打到${where}。到账了会发消息告诉您。`;
  return `准备打到${where}，批准后 10 天内打出。`;
};

interface BillExplainedProps {
  claim: ClaimView;
  statement: Statement;
  today: ChinaDay;
}

/** How the figure came about, by which clause, where the money is, and what to do when it is wrong. */
export function BillExplained({ claim, statement, today }: BillExplainedProps) {
  return (
    <>
      <Section title="怎么算的">
        <Card>
          <Text>{IN_WORDS[statement.draws]}</Text>
          <Text className={styles.formula} userSelect>
            {statement.formula}
          </Text>
          <Text className={styles.second}>{leftAfter(statement)}</Text>
          <Text className={styles.second}>{`依据：${statement.clause}`}</Text>
        </Card>
      </Section>
      <Section title="钱到哪里了">
        <Card>
          <Text>{payoutWords(claim, today)}</Text>
          <Text className={styles.second}>
            {`没收到：先看存折或银行短信；还没有，打 ${claim.hotline}，报上面的案号。`}
          </Text>
        </Card>
      </Section>
      <Section title="觉得算得不对">
        <View className={styles.second}>
          {`打 ${claim.hotline} 说“有异议”，会换一位同事重新审核，可以提一次。`}
        </View>
      </Section>
    </>
  );
}
