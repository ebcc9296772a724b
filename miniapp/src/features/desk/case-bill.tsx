import { Text, View } from '@tarojs/components';
import type { Statement, StatementLine } from 'shared/claim/assessment.schema';
import { formatRatio, formatYuan } from 'shared/money/fen';
import { Amount } from '@/components/amount/amount';
import styles from './case-bill.module.scss';

const valueOf = ({ kind, amountFen = 0, ratio = 0 }: StatementLine): string => {
  if (kind === 'ratio') return `× ${formatRatio(ratio)}`;
  if (kind === 'minus') return `− ${formatYuan(amountFen)}`;
  return kind === 'limit' ? `最多 ${formatYuan(amountFen)}` : formatYuan(amountFen);
};

const LEFT_WORDS = { medicalLimit: '全家医疗额度', accidentShare: '本人意外保额' } as const;

interface CaseBillProps {
  statement: Statement;
  /** Newer facts are on their way through the rules. */
  isOld?: boolean;
}

/** The rules' result as a bill that can be checked by hand. Source: domain R21. */
export function CaseBill({ statement, isOld = false }: CaseBillProps) {
  return (
    <View id="case-bill" className={`${styles.bill} ${isOld ? styles.old : ''}`}>
      {statement.lines
        .filter((line) => line.kind !== 'total')
        .map((line, position) => (
          <View key={position} className={styles.line}>
            <View className={styles.words}>
              <Text>{line.label}</Text>
              {line.note === undefined ? null : <Text className={styles.note}>{line.note}</Text>}
            </View>
            <Text className={styles.value}>{valueOf(line)}</Text>
          </View>
        ))}
      <View className={styles.total}>
        <Text>应赔</Text>
        <Amount fen={statement.totalFen} size="big" tone="warm" />
      </View>
      <Text className={styles.formula} userSelect>
        {statement.formula}
      </Text>
      <Text className={styles.note}>
        {LEFT_WORDS[statement.draws]}赔后还剩 {formatYuan(statement.leftFen)} 元 · {statement.clause}
      </Text>
    </View>
  );
}
