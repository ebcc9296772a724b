import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import styles from './facts-form.module.scss';

interface EntryLinesProps<T> {
  /** Stable name: `<id>-add`, `<id>-<position from 1>-remove`. */
  id: string;
  items: readonly T[];
  /** What one is called: 第 2 张发票. */
  nameOf: (position: number) => string;
  addWords: string;
  newItem: (position: number) => T;
  most: number;
  /** Fewest that must stay. */
  fewest?: number;
  onChange: (items: T[]) => void;
  /** The fields of one; `change` changes some of them. */
  children: (item: T, index: number, change: (part: Partial<T>) => void) => ReactNode;
}

/** Entries of one sort, each with its fields, to which more can be added. */
export function EntryLines<T>(props: EntryLinesProps<T>) {
  const { id, items, nameOf, addWords, newItem, most, fewest = 0, onChange, children } = props;
  return (
    <>
      {items.map((item, index) => (
        <View key={index} className={styles.entry}>
          <View className={styles.entryHead}>
            <Text className={styles.entryTitle}>{nameOf(index + 1)}</Text>
            {items.length <= fewest ? null : (
              <Pressable
                id={`${id}-${index + 1}-remove`}
                className={styles.remove}
                label={`删除${nameOf(index + 1)}`}
                onPress={() => onChange(items.filter((_, position) => position !== index))}
              >
                <Icon name="delete" size="small" />
                <Text>删除</Text>
              </Pressable>
            )}
          </View>
          {children(item, index, (part) =>
            onChange(items.map((one, position) => (position === index ? { ...one, ...part } : one))),
          )}
        </View>
      ))}
      {items.length < most ? (
        <Button
          id={`${id}-add`}
          kind="secondary"
          icon="add"
          onPress={() => onChange([...items, newItem(items.length + 1)])}
        >
          {addWords}
        </Button>
      ) : null}
    </>
  );
}
