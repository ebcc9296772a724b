import { Text, View } from '@tarojs/components';
import type { CancellationView } from 'shared/policy/cancellation-view';
import type { PolicyView } from 'shared/policy/policy-view';
import { formatYuan } from 'shared/money/fen';
import { Amount } from '@/components/amount/amount';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { Timeline, type TimelineItem } from '@/components/timeline/timeline';
import { calculationOf, endOf, RECEIVER_WORDS } from './cancellation-words';
import styles from './cancellation.module.scss';

interface CancellationProps {
  policy: PolicyView;
  cancellation: CancellationView;
}

/** What cancelling comes to, before it is done: how much, how it is worked out, to whom, and what ends. */
export function Cancellation({ policy, cancellation }: CancellationProps) {
  const { premiumFen, elapsedDays, daysInPeriod, refundFen, refunds } = cancellation;
  return (
    <>
      <Card tone="warm">
        <View className={styles.head}>
          <Text className={styles.caption}>今天退保，退</Text>
          <Amount fen={refundFen} size="figure" tone="warm" />
          <Text className={styles.caption}>{policy.planName}</Text>
          <Text className={styles.caption}>{`保单号 ${policy.policyNumber}`}</Text>
        </View>
      </Card>
      <Section title="怎么算的">
        <Card flush>
          <Row label="交的保费" value={<Amount fen={premiumFen} />} />
          <Row
            label="已过天数 / 全年天数"
            value={`${elapsedDays} 天 / ${daysInPeriod} 天`}
            note={elapsedDays === 0 ? '保障还没有开始' : '今天也算一天'}
          />
          <Row label="算法" value={calculationOf(cancellation)} stacked />
        </Card>
      </Section>
      <Section title="退给谁">
        <Card flush>
          {refunds.map(({ to, amountFen }) => (
            <Row key={to} label={RECEIVER_WORDS[to]} value={<Amount fen={amountFen} />} />
          ))}
        </Card>
      </Section>
      <Notice tone="due">{`${endOf(cancellation)}退了就不能恢复，以后要买得重新买，第二天才开始有保障。`}</Notice>
    </>
  );
}

const stepsOf = ({ refundFen, refunds, lastDay }: CancellationView): TimelineItem[] => {
  const byWechat = refunds.some(({ to, amountFen }) => (to === 'you' || to === 'relative') && amountFen > 0);
  return [
    { key: 'done', state: 'done', title: '已退保', note: '“消息”里有一条通知，可以随时看。' },
    ...(refundFen === 0
      ? []
      : [
          {
            key: 'money',
            state: 'now' as const,
            title: `${formatYuan(refundFen)} 元原路退回`,
            // Source: WeChat Pay "退款申请": change within 20 minutes, bank cards in 1 to 3 working days.
            note: byWechat
              ? '微信零钱付的，一般 20 分钟内到；银行卡付的，1 到 3 个工作日到。到账后告诉付款的人。'
              : '由承保公司转给出钱的一方。',
          },
        ]),
    {
      key: 'end',
      state: 'next',
      title: lastDay === null ? '这份保单没有保障' : '今晚 24 点，保障结束',
      note:
        lastDay === null
          ? '想要保障，随时可以重新买。'
          : '今天 24 点前出的意外，仍然可以理赔。想要保障，随时可以重新买。',
    },
  ];
};

/** What happens after a policy was cancelled. */
export function CancellationDone({ cancellation }: Pick<CancellationProps, 'cancellation'>) {
  return (
    <>
      <Notice tone="good" title="退保办好了" announced>
        {endOf(cancellation)}
      </Notice>
      <Section title="接下来">
        <Card>
          <Timeline items={stepsOf(cancellation)} />
        </Card>
      </Section>
    </>
  );
}
