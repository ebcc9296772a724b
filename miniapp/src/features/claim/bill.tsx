import { Text, View } from '@tarojs/components';
import type { ClaimView } from 'shared/claim/claim-view';
import type { Statement, StatementLine } from 'shared/claim/assessment.schema';
import { formatRatio } from 'shared/money/fen';
import { Amount } from '@/components/amount/amount';
import { inFours, KIND_IN_SHORT } from './claim-words';
import styles from './bill.module.scss';

function Value({ line }: { line: StatementLine }) {
  if (line.kind === 'ratio')
    return <Text className={styles.value}>{`× ${formatRatio(line.ratio ?? 0)}`}</Text>;
  if (line.amountFen === undefined) return null;
  const minus = line.kind === 'minus' && line.amountFen > 0;
  return (
    <View className={styles.value}>
      <Amount fen={minus ? -line.amountFen : line.amountFen} />
    </View>
  );
}

/** A line without figures of its own (a ratio of 100 %, a minus of nothing) still stands: the family sees it was looked at. */
function Line({ line }: { line: StatementLine }) {
  return (
    <View className={`${styles.line} ${styles[line.kind]}`}>
      <View className={styles.names}>
        <Text>{line.label}</Text>
        {line.note === undefined ? null : <Text className={styles.note}>{line.note}</Text>}
      </View>
      <Value line={line} />
    </View>
  );
}

/** The statement as a bill: what was added, taken off, the ratio, the limit, and the total. */
export function Bill({ claim, statement }: { claim: ClaimView; statement: Statement }) {
  const lines = statement.lines.filter(({ kind }) => kind !== 'total');
  return (
    <View className={styles.bill}>
      <View className={styles.head}>
        <Text className={styles.who}>{`${claim.personName} · ${KIND_IN_SHORT[claim.kind]}`}</Text>
        <Text className={styles.note}>{`案号 ${inFours(claim.claimNumber)}`}</Text>
      </View>
      {lines.map((line, index) => (
        <Line key={index} line={line} />
      ))}
      <View className={styles.total}>
        <Text className={styles.totalLabel}>赔给您</Text>
        <Amount fen={statement.totalFen} size="figure" tone="warm" />
      </View>
    </View>
  );
}
