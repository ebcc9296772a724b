import { Text, View } from '@tarojs/components';
import { exGratiaLineOf } from 'shared/claim/adjudicate';
import type { Statement, StatementLine, StatementPart } from 'shared/claim/assessment.schema';
import { CLAIM_KIND_TERMS } from 'shared/claim/desk-words';
import { formatRatio, formatYuan } from 'shared/money/fen';
import { Amount } from '@/components/amount/amount';
import styles from './case-bill.module.scss';

const valueOf = ({ kind, amountFen = 0, ratio = 0 }: StatementLine): string => {
  if (kind === 'ratio') return `× ${formatRatio(ratio)}`;
  if (kind === 'minus') return `− ${formatYuan(amountFen)}`;
  return kind === 'limit' ? `最多 ${formatYuan(amountFen)}` : formatYuan(amountFen);
};

const LEFT_WORDS: Readonly<Record<StatementPart['draws'], string>> = {
  medicalLimit: '全家医疗额度',
  accidentShare: '本人意外保额',
  allowanceDays: '住院津贴',
  illnessSum: '本人重疾保额',
};

function Line({ line }: { line: StatementLine }) {
  return (
    <View className={styles.line}>
      <View className={styles.words}>
        <Text>{line.label}</Text>
        {line.note === undefined ? null : <Text className={styles.note}>{line.note}</Text>}
      </View>
      <Text className={styles.value}>{valueOf(line)}</Text>
    </View>
  );
}

/** What one policy pays for one benefit. */
function Part({ part }: { part: StatementPart }) {
  return (
    <View className={styles.part}>
      <View className={styles.partHead}>
        <Text className={styles.partName}>{CLAIM_KIND_TERMS[part.benefit]}</Text>
        <Text className={styles.note}>
          {part.planName} · {part.policyNumber}
        </Text>
      </View>
      {part.lines
        .filter(({ kind }) => kind !== 'total')
        .map((line, position) => (
          <Line key={position} line={line} />
        ))}
      <View className={`${styles.line} ${styles.sum}`}>
        <Text>这一项</Text>
        <Text className={styles.value}>{formatYuan(part.totalFen)}</Text>
      </View>
      <Text className={styles.formula} userSelect>
        {part.formula}
      </Text>
      <Text className={styles.note}>
        {LEFT_WORDS[part.draws]}赔后还剩 {formatYuan(part.leftFen)} 元 · {part.clause}
      </Text>
    </View>
  );
}

interface CaseBillProps {
  statement: Statement;
  /** Newer facts are on their way through the rules. */
  isOld?: boolean;
}

/** The rules' result as a bill that can be checked by hand, policy by policy. Source: domain R21. */
export function CaseBill({ statement, isOld = false }: CaseBillProps) {
  return (
    <View id="case-bill" className={`${styles.bill} ${isOld ? styles.old : ''}`}>
      {statement.parts.map((part) => (
        <Part key={`${part.policyId}-${part.benefit}`} part={part} />
      ))}
      {statement.exGratia.map((line, position) => (
        <Line key={position} line={exGratiaLineOf(line)} />
      ))}
      {statement.refused.map(({ what, reason, clause }, position) => (
        <View key={position} className={styles.refused}>
          <Text>不赔：{what}</Text>
          <Text className={styles.note}>
            {reason.replace(/。$/, '')}。依据：{clause}
          </Text>
        </View>
      ))}
      <View className={styles.total}>
        <Text>应赔</Text>
        <Amount fen={statement.totalFen} size="big" tone="warm" />
      </View>
    </View>
  );
}
