import { Text } from '@tarojs/components';
import { formatYuan, formatYuanShort, type Fen } from 'shared/money/fen';
import styles from './amount.module.scss';

interface AmountProps {
  /** In fen; negative amounts keep their minus sign. */
  fen: Fen;
  /** statement: always two decimals; headline: none when whole. */
  style?: 'statement' | 'headline';
  size?: 'text' | 'title' | 'big' | 'figure';
  /** text: as the words around; warm: money for the family. */
  tone?: 'text' | 'warm' | 'brand' | 'second';
}

/** An amount of money: tabular figures, a smaller 元, never broken over two lines. */
export function Amount({ fen, style = 'statement', size = 'text', tone = 'text' }: AmountProps) {
  return (
    <Text className={`${styles.amount} ${styles[size]} ${styles[tone]}`}>
      {style === 'statement' ? formatYuan(fen) : formatYuanShort(fen)}
      <Text className={styles.unit}>元</Text>
    </Text>
  );
}
