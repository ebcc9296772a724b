import { Text, View } from '@tarojs/components';
import type { checkCover, PolicyAnswer } from 'shared/claim/check-cover.contract';
import type { OutputOf } from 'shared/contract/contract';
import { formatRatio, formatYuanShort, type Fen } from 'shared/money/fen';
import { SAMPLE_WORDS } from 'shared/policy/cover-words';
import { formatChinaDay } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Badge } from '@/components/badge/badge';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { a11y } from '@/lib/a11y/a11y';
import { coverDays } from './claimable';
import styles from './cover-answers.module.scss';

/** What the cloud answered about one person and day. */
export type CoverChecked = OutputOf<typeof checkCover>;

/** What is left, where it is told and less than the whole. */
const leftWords = (leftFen: Fen | null, wholeFen: Fen): string[] =>
  leftFen === null || leftFen === wholeFen ? [] : [`还剩 ${formatYuanShort(leftFen)} 元`];

const joined = (...parts: readonly string[]): string | undefined =>
  parts.length === 0 ? undefined : parts.join('；');

/** One benefit: what it is, how much at most, and how. */
function Benefit({ label, fen, note }: { label: string; fen: Fen; note: string | undefined }) {
  return (
    <View className={styles.benefit}>
      <View className={styles.head}>
        <Text>{label}</Text>
        <View className={styles.sum}>
          <Amount fen={fen} style="headline" tone="warm" />
        </View>
      </View>
      {note === undefined ? null : <Text className={styles.second}>{note}</Text>}
    </View>
  );
}

/** What one policy covers for the person, line by line. */
function Covers({ covers }: { covers: NonNullable<PolicyAnswer['covers']> }) {
  const { accident, medical, allowance, illness } = covers;
  return (
    <>
      {accident === null ? null : (
        <Benefit
          label="意外身故、伤残，最多赔"
          fen={accident.shareFen}
          note={joined(
            ...leftWords(accident.leftFen, accident.shareFen),
            ...(accident.consentAwaited ? ['身故保障待本人确认'] : []),
          )}
        />
      )}
      {medical === null ? null : (
        <Benefit
          label="意外看病，全家最多赔"
          fen={medical.limitFen}
          note={joined(
            ...leftWords(medical.leftFen, medical.limitFen),
            `自己先承担 ${formatYuanShort(medical.deductibleFen)} 元`,
            `医保报完剩下的赔 ${formatRatio(medical.ratioAfterSocialInsurance)}，没走医保赔 ${formatRatio(medical.ratioWithoutSocialInsurance)}`,
          )}
        />
      )}
      {allowance === null ? null : (
        <Benefit
          label="意外住院，每天补"
          fen={allowance.perDayFen}
          note={joined(
            ...(allowance.waitingDays > 0 ? [`每次前 ${allowance.waitingDays} 天不算`] : []),
            allowance.daysLeft === null
              ? `一年最多 ${allowance.maxDays} 天`
              : `今年还能补 ${allowance.daysLeft} 天`,
          )}
        />
      )}
      {illness === null ? null : (
        <Benefit
          label="得了条款里列的重病，赔"
          fen={illness.sumFen}
          note={joined(
            ...leftWords(illness.leftFen, illness.sumFen),
            ...(illness.waitingDays > 0 ? [`第一次买，头 ${illness.waitingDays} 天里确诊的不算`] : []),
          )}
        />
      )}
    </>
  );
}

function Answering({ policy }: { policy: PolicyAnswer }) {
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.names}>
          <Text className={styles.plan}>{policy.planName}</Text>
          <Text className={styles.second}>{coverDays(policy)}</Text>
        </View>
        {policy.policyId === null ? <Badge tone="info">单位或别家给保的</Badge> : null}
      </View>
      {policy.covers === null ? null : <Covers covers={policy.covers} />}
      {policy.elsewhere ? (
        <Notice>{`这份是外县${policy.insurerName}的，要打 ${policy.hotline} 单独报。`}</Notice>
      ) : null}
    </Card>
  );
}

/** Whether somebody was covered on a day, by what, and why other policies do not answer. */
export function CoverAnswers({ checked }: { checked: CoverChecked }) {
  const { personName, day, today, policies } = checked;
  const answering = policies.filter(({ covers }) => covers !== null);
  const others = policies.filter(({ covers }) => covers === null);
  const isCovered = answering.length > 0;
  return (
    <>
      <View
        className={`${styles.verdict} ${isCovered ? styles.yes : styles.no}`}
        {...a11y({ role: 'status' })}
      >
        <Icon name={isCovered ? 'done' : 'info'} className={styles.mark} />
        <View className={styles.names}>
          <Text className={styles.second}>{`${formatChinaDay(day, today)} · ${personName}`}</Text>
          <Text className={styles.title}>{isCovered ? '那天有保障' : '那天没有保障'}</Text>
          {answering.length > 1 ? <Text>{`有 ${answering.length} 份，报一次，一起算。`}</Text> : null}
          {policies.length === 0 ? (
            <Text>没有查到他的保单。姓名、证件号写错了也会查不到，可以打电话问。</Text>
          ) : null}
        </View>
      </View>
      {answering.map((policy, index) => (
        <Answering key={index} policy={policy} />
      ))}
      {answering.some(({ isSample }) => isSample) ? (
        <Text className={styles.second}>{SAMPLE_WORDS}</Text>
      ) : null}
      {others.length === 0 ? null : (
        <Section title={isCovered ? '那天不保的' : '为什么'}>
          <Card flush>
            {others.map((policy, index) => (
              <Row key={index} label={policy.planName} note={policy.whyNot ?? undefined} />
            ))}
          </Card>
        </Section>
      )}
    </>
  );
}
