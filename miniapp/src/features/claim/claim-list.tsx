import { Text, View } from '@tarojs/components';
import { CLOSED_STATES } from 'shared/claim/claim-state';
import type { listMyClaims } from 'shared/claim/list-my-claims.contract';
import type { OutputOf } from 'shared/contract/contract';
import { chinaDayOf, formatChinaDate, type ChinaDay } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Badge } from '@/components/badge/badge';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { openPage } from '@/lib/navigation/navigation';
import { progressPage } from './claim-pages';
import { BADGE_OF, dayInParts, daysLeft, isUndecided, KIND_IN_SHORT } from './claim-words';
import styles from './claim-list.module.scss';

type Summary = OutputOf<typeof listMyClaims>['claims'][number];

/** By when, or how much: what the family looks for first. */
function Essence({ claim, today }: { claim: Summary; today: ChinaDay }) {
  if (!isUndecided(claim.state) && claim.decidedFen !== null)
    return (
      <View className={styles.essence}>
        <Text className={styles.second}>赔给您</Text>
        <Amount fen={claim.decidedFen} size="big" tone="warm" />
        {claim.state === 'approved' ? (
          <Text className={styles.second}>请您看账单，同意了就打款。</Text>
        ) : null}
        {claim.state === 'paymentFailed' ? (
          <Text className={styles.late}>银行退回了，请换一张能收款的卡。</Text>
        ) : null}
      </View>
    );
  if (claim.state === 'papersAsked')
    return (
      <View className={styles.essence}>
        <Text className={styles.waiting}>请您补材料</Text>
        <Text className={styles.second}>补齐前不算时间，一补齐接着办。</Text>
      </View>
    );
  const { lead, date, weekday } = dayInParts(claim.promise.day, today);
  const left = daysLeft(claim.promise.day, today);
  return (
    <View className={styles.essence}>
      <Text className={styles.second}>{lead}</Text>
      <Text className={styles.date}>{date}</Text>
      <Text className={left === undefined ? styles.late : styles.second}>
        {`${weekday}前给您答复 · ${left ?? '过了，请打电话催办'}`}
      </Text>
    </View>
  );
}

function RunningClaim({ claim, today }: { claim: Summary; today: ChinaDay }) {
  const { word, tone } = BADGE_OF[claim.state];
  return (
    <Card
      id={`claim-${claim.claimId}`}
      label={`${claim.personName}，${KIND_IN_SHORT[claim.kind]}，${claim.stateText}，看进度`}
      onPress={() => void openPage(progressPage(claim.claimId))}
    >
      <View className={styles.head}>
        <Text className={styles.who}>{`${claim.personName} · ${KIND_IN_SHORT[claim.kind]}`}</Text>
        <Badge tone={tone}>{word}</Badge>
      </View>
      <Essence claim={claim} today={today} />
      <View className={styles.foot}>
        <Text className={styles.state}>
          {`${dayInParts(chinaDayOf(claim.accidentAt), today).date}出的事`}
        </Text>
        <View className={styles.open}>
          <Text>看进度</Text>
          <Icon name="forward" size="small" />
        </View>
      </View>
    </Card>
  );
}

function PastClaim({ claim }: { claim: Summary }) {
  const { word, tone } = BADGE_OF[claim.state];
  const paid = claim.decidedFen !== null && claim.decidedFen > 0;
  return (
    <Row
      id={`claim-${claim.claimId}`}
      label={`${claim.personName} · ${KIND_IN_SHORT[claim.kind]}`}
      note={`${formatChinaDate(chinaDayOf(claim.accidentAt))}出的事`}
      value={paid ? <Amount fen={claim.decidedFen ?? 0} tone="warm" /> : <Badge tone={tone}>{word}</Badge>}
      onPress={() => void openPage(progressPage(claim.claimId))}
    />
  );
}

/** The family's claims: those that run with their promised day, then those that are over. */
export function ClaimList({ claims, today }: { claims: readonly Summary[]; today: ChinaDay }) {
  const isOver = ({ state }: Summary) => CLOSED_STATES.includes(state);
  const running = claims.filter((claim) => !isOver(claim));
  const past = claims.filter(isOver);
  return (
    <>
      {running.map((claim) => (
        <RunningClaim key={claim.claimId} claim={claim} today={today} />
      ))}
      {past.length === 0 ? null : (
        <Section title="以前的理赔">
          <Card flush>
            {past.map((claim) => (
              <PastClaim key={claim.claimId} claim={claim} />
            ))}
          </Card>
        </Section>
      )}
    </>
  );
}
