import { Text, View } from '@tarojs/components';
import type { ClaimView } from 'shared/claim/claim-view';
import type { ChinaDay } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { ClaimLine } from './claim-line';
import { KIND_IN_SHORT, isUndecided } from './claim-words';
import { PromisedDay } from './promised-day';
import styles from './claim-progress.module.scss';

function Outcome({ claim }: { claim: ClaimView }) {
  if (claim.state === 'refused' || claim.decidedFen === null)
    return claim.state === 'refused' ? <Text className={styles.refused}>这次没有赔</Text> : null;
  return (
    <View className={styles.outcome}>
      <Text className={styles.lead}>赔给您</Text>
      <Amount fen={claim.decidedFen} size="figure" tone="warm" />
      <Text>{`打到${claim.account.holder}的${claim.account.bank} ${claim.account.maskedNumber}`}</Text>
    </View>
  );
}

/** Where a claim stands: whose it is, and the line with the promised day or the money in its middle. */
export function ClaimProgress({ claim, today }: { claim: ClaimView; today: ChinaDay }) {
  return (
    <>
      <Text className={styles.who}>{`${claim.personName} · ${KIND_IN_SHORT[claim.kind]}`}</Text>
      <ClaimLine steps={claim.timeline} today={today}>
        {isUndecided(claim.state) ? (
          <PromisedDay promise={claim.promise} today={today} hotline={claim.hotline} />
        ) : (
          <Outcome claim={claim} />
        )}
      </ClaimLine>
    </>
  );
}
