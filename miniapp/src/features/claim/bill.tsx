import { Text, View } from '@tarojs/components';
import type { Statement, StatementLine, StatementPart } from 'shared/claim/assessment.schema';
import type { ClaimView } from 'shared/claim/claim-view';
import { BENEFIT_WORDS, figureOf, payableFen } from 'shared/claim/statement-words';
import { Amount } from '@/components/amount/amount';
import { Badge } from '@/components/badge/badge';
import { inFours, KIND_IN_SHORT } from './claim-words';
import styles from './bill.module.scss';

function Value({ line }: { line: StatementLine }) {
  if (line.kind === 'ratio') return <Text className={styles.value}>{figureOf(line)}</Text>;
  if (line.amountFen === undefined) return null;
  const minus = line.kind === 'minus' && line.amountFen > 0;
  return (
    <View className={styles.value}>
      {line.kind === 'limit' ? <Text>最多 </Text> : null}
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

/** One policy and benefit; where it is the only one, its total is the bill's. */
function Part({ part, alone }: { part: StatementPart; alone: boolean }) {
  const lines = part.lines.filter(({ kind }) => kind !== 'total');
  return (
    <View className={styles.part}>
      <View className={styles.partHead}>
        <Text className={styles.partName}>{BENEFIT_WORDS[part.benefit].name}</Text>
        <Text className={styles.note}>{part.planName}</Text>
        <Text className={styles.note}>{`保单 ${inFours(part.policyNumber)}`}</Text>
      </View>
      {lines.map((line, index) => (
        <Line key={index} line={line} />
      ))}
      {alone ? null : (
        <View className={`${styles.line} ${styles.partTotal}`}>
          <Text className={styles.names}>这一项赔给您</Text>
          <View className={styles.value}>
            <Amount fen={part.totalFen} tone="warm" />
          </View>
        </View>
      )}
    </View>
  );
}

/** Money beyond the clauses, marked so. */
function ExGratia({ line }: { line: Statement['exGratia'][number] }) {
  return (
    <View className={styles.line}>
      <View className={styles.names}>
        <View className={styles.marked}>
          <Badge tone="info">通融</Badge>
          <Text>{line.label}</Text>
        </View>
        <Text className={styles.note}>{`条款以外多给的。${line.reason}`}</Text>
      </View>
      <View className={styles.value}>
        <Amount fen={line.amountFen} />
      </View>
    </View>
  );
}

/** What was paid before the decision, and what is paid now. */
function AfterAdvance({ claim }: { claim: ClaimView }) {
  return (
    <View className={styles.advance}>
      <View className={`${styles.line} ${styles.minus}`}>
        <Text className={styles.names}>其中先付过</Text>
        <View className={styles.value}>
          <Amount fen={-claim.advanceFen} />
        </View>
      </View>
      <View className={`${styles.line} ${styles.partTotal}`}>
        <Text className={styles.names}>这次再打</Text>
        <View className={styles.value}>
          <Amount fen={payableFen(claim)} tone="warm" />
        </View>
      </View>
    </View>
  );
}

/** The statement as a bill: per policy and benefit what was added, taken off, the ratio, the limit; and the total. */
export function Bill({ claim, statement }: { claim: ClaimView; statement: Statement }) {
  const { parts, exGratia, totalFen } = statement;
  const alone = parts.length === 1 && exGratia.length === 0;
  return (
    <View className={styles.bill}>
      <View className={styles.head}>
        <Text className={styles.who}>{`${claim.personName} · ${KIND_IN_SHORT[claim.kind]}`}</Text>
        <Text className={styles.note}>{`案号 ${inFours(claim.claimNumber)}`}</Text>
      </View>
      {parts.map((part, index) => (
        <Part key={index} part={part} alone={alone} />
      ))}
      {exGratia.map((line, index) => (
        <ExGratia key={index} line={line} />
      ))}
      <View className={styles.total}>
        <Text className={styles.totalLabel}>一共赔给您</Text>
        <Amount fen={totalFen} size="figure" tone="warm" />
      </View>
      {claim.advanceFen === 0 ? null : <AfterAdvance claim={claim} />}
    </View>
  );
}
