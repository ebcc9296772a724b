import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { named } from '@/lib/a11y/named';
import { a11y } from '@/lib/a11y/a11y';
import { useTheme } from '@/lib/theme/theme';
import { Icon } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import styles from './data-table.module.scss';

/** One line: its name first, then a figure for each further column. */
export interface DataRow {
  key: string;
  id?: string;
  name: string;
  figures: readonly ReactNode[];
  /** Opens what the line is made of. */
  onPress?: () => void;
}

interface DataTableProps {
  /** What the table is about; read aloud. */
  label: string;
  /** Head of the name column, then of each figure; `\n` where a head may be broken. */
  columns: readonly [string, ...string[]];
  rows: readonly DataRow[];
  /** The last line: what the lines above add up to. */
  total?: Pick<DataRow, 'name' | 'figures' | 'id'>;
}

interface LineProps extends Omit<DataRow, 'key'> {
  heads: readonly string[];
  stacked: boolean;
  isTotal?: boolean;
  /** Some line opens something: all keep room for the arrow. */
  withArrow: boolean;
}

function Line({ id, name, figures, onPress, heads, stacked, isTotal = false, withArrow }: LineProps) {
  const className = `${styles.line} ${stacked ? styles.stacked : ''} ${isTotal ? styles.total : ''}`;
  const arrow = <Icon name="forward" size="small" className={onPress ? styles.arrow : styles.noArrow} />;
  const content = (
    <>
      <View className={styles.name}>
        <Text>{name}</Text>
        {stacked && onPress ? arrow : null}
      </View>
      {figures.map((figure, position) => (
        <View key={heads[position] ?? position} className={styles.figure}>
          {stacked ? <Text className={styles.head}>{heads[position]}</Text> : null}
          <View className={styles.value}>{figure}</View>
        </View>
      ))}
      {withArrow && !stacked ? arrow : null}
    </>
  );
  if (onPress === undefined) {
    return (
      <View {...named(id)} className={className} {...a11y({ role: 'row' })}>
        {content}
      </View>
    );
  }
  return (
    <Pressable id={id} className={className} onPress={onPress}>
      {content}
    </Pressable>
  );
}

/** Figures in lines and columns with their sum. With large text each line stands as a block of its own. */
export function DataTable({ label, columns, rows, total }: DataTableProps) {
  const { textScale } = useTheme();
  const stacked = textScale > 1;
  const [nameHead, ...heads] = columns;
  const withArrow = rows.some((row) => row.onPress !== undefined);
  return (
    <View className={styles.table} {...a11y({ role: 'table', label })}>
      {stacked ? null : (
        <View className={`${styles.line} ${styles.heads}`} {...a11y({ role: 'row' })}>
          <View className={styles.name}>{nameHead}</View>
          {heads.map((head) => (
            <View key={head} className={styles.figure}>
              {head}
            </View>
          ))}
          {withArrow ? <Icon name="forward" size="small" className={styles.noArrow} /> : null}
        </View>
      )}
      {rows.map(({ key, ...row }) => (
        <Line key={key} {...row} heads={heads} stacked={stacked} withArrow={withArrow} />
      ))}
      {total === undefined ? null : (
        <Line {...total} heads={heads} stacked={stacked} isTotal withArrow={withArrow} />
      )}
    </View>
  );
}
