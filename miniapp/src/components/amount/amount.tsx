import { Text } from '@tarojs/components';
import { formatYuan, formatYuanShort, type Fen } from 'shared/money/fen';
import styles from './amount.module.scss';

interface AmountProps {
  /** In fen; negative amounts keep their minus sign. */
  fen: Fen;
  /** statement: always two decimals; headline: none when whole, and small ones where the amount is large. */
  style?: 'statement' | 'headline';
  /** lead: the page's largest amount, in the size that the page gives to its place. */
  size?: 'text' | 'title' | 'big' | 'figure' | 'lead';
  /** text: as the words around; warm: money for the family. */
  tone?: 'text' | 'warm' | 'brand' | 'second';
}

/** An amount of money: tabular figures, a smaller 元, never broken over two lines. */
export function Amount({ fen, style = 'statement', size = 'text', tone = 'text' }: AmountProps) {
  const figures = style === 'statement' ? formatYuan(fen) : formatYuanShort(fen);
  const large = style === 'headline' && size !== 'text';
  const [whole = '', decimals = ''] = large ? figures.split(/(?=\.)/) : [figures];
  return (
    <Text className={`${styles.amount} ${styles[size]} ${styles[tone]}`}>
      {whole}
      <Text className={styles.unit}>{`${decimals}元`}</Text>
    </Text>
  );
}
