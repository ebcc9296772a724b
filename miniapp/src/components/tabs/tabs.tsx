import { Text, View } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import { Pressable } from '../pressable/pressable';
import styles from './tabs.module.scss';

/** One of a few views of the same thing. */
export interface Tab<V extends string> {
  value: V;
  label: string;
  /** How many are in it. */
  count?: number;
}

interface TabsProps<V extends string> {
  /** Stable name; each tab is found as `<id>-<value>`. */
  id?: string;
  /** What is switched; read aloud. */
  label: string;
  tabs: readonly Tab<V>[];
  value: V;
  onChange: (value: V) => void;
}

/** Two to four views side by side; the chosen one is raised, not only coloured. */
export function Tabs<V extends string>({ id, label, tabs, value, onChange }: TabsProps<V>) {
  return (
    <View className={styles.tabs} {...a11y({ role: 'tablist', label })}>
      {tabs.map((tab) => (
        <Pressable
          key={tab.value}
          id={id === undefined ? undefined : `${id}-${tab.value}`}
          role="tab"
          className={`${styles.tab} ${tab.value === value ? styles.chosen : ''}`}
          selected={tab.value === value}
          onPress={() => onChange(tab.value)}
        >
          <Text>{tab.label}</Text>
          {tab.count === undefined ? null : <Text className={styles.count}>{tab.count}</Text>}
        </Pressable>
      ))}
    </View>
  );
}
