import { Text } from '@tarojs/components';
import type { ClaimView } from 'shared/claim/claim-view';
import { deadlineWords } from 'shared/claim/statement-words';
import { Card } from '@/components/card/card';
import { Decided, OtherWays } from './bill-explained';
import { RefusedParts } from './refused-parts';
import { StatementFile } from './statement-file';
import { inFours, KIND_IN_SHORT } from './claim-words';
import styles from './refusal.module.scss';

interface RefusalProps {
  claim: ClaimView;
  reason: string;
}

/** The reason large, who decided, and every way that stands open. */
export function Refusal({ claim, reason }: RefusalProps) {
  return (
    <>
      <Card>
        <Text className={styles.second}>{`${claim.personName} · ${KIND_IN_SHORT[claim.kind]}`}</Text>
        <Text className={styles.second}>{`案号 ${inFours(claim.claimNumber)}`}</Text>
        <Text className={styles.title}>这次没有赔</Text>
        <Text className={styles.reason} userSelect>
          {reason === '' ? '原因没有写明，请打电话问清楚。' : reason}
        </Text>
        <Text className={styles.second}>{deadlineWords(claim)}</Text>
      </Card>
      <OtherWays claim={claim} />
      <RefusedParts parts={claim.refusedParts} />
      <StatementFile claimId={claim.claimId} />
      <Decided claim={claim} />
    </>
  );
}
