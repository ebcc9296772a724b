import { Text, View } from '@tarojs/components';
import type { ClaimView } from 'shared/claim/claim-view';
import type { ChinaDay } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { ClaimLine } from './claim-line';
import { accountWords, KIND_IN_SHORT } from './claim-words';
import { PromisedDay } from './promised-day';
import styles from './claim-progress.module.scss';

/** Where the money goes, in one line; several payees are listed on the statement. */
const destination = ({ payees }: ClaimView): string => {
  const [first] = payees;
  if (first === undefined) return '';
  return payees.length === 1
    ? `打到${first.holder}的${accountWords(first)}`
    : `分给 ${payees.length} 位，一位一位分开打`;
};

function Outcome({ claim }: { claim: ClaimView }) {
  if (claim.refusal !== null) return <Text className={styles.refused}>这次没有赔</Text>;
  if (claim.decidedFen === null) return null;
  return (
    <View className={styles.outcome}>
      <Text className={styles.lead}>赔给您</Text>
      <Amount fen={claim.decidedFen} size="figure" tone="warm" />
      <Text>{destination(claim)}</Text>
    </View>
  );
}

/** Where a claim stands: whose it is, and the line with the promised day or the money in its middle. */
export function ClaimProgress({ claim, today }: { claim: ClaimView; today: ChinaDay }) {
  return (
    <>
      <Text className={styles.who}>{`${claim.personName} · ${KIND_IN_SHORT[claim.kind]}`}</Text>
      <ClaimLine steps={claim.timeline} today={today}>
        {claim.clock === null ? (
          <Outcome claim={claim} />
        ) : (
          <PromisedDay promise={claim.promise} clock={claim.clock} today={today} hotline={claim.hotline} />
        )}
      </ClaimLine>
    </>
  );
}
