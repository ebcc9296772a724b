import { View } from '@tarojs/components';
import { Card } from '../card/card';
import { Row } from '../row/row';
import styles from './cascader.module.scss';

/** One thing that was, or can be, chosen. */
export interface CascadeItem {
  code: string;
  name: string;
}

interface CascaderProps {
  /** Stable name; chosen ones are `<id>-back-<level from 0>`, those to choose from `<id>-<code>`. */
  id: string;
  /** What is asked now: 您住在哪个市. */
  label: string;
  /** Chosen so far, largest first; pressing one goes back to it. */
  chosen: readonly CascadeItem[];
  items: readonly CascadeItem[];
  onChoose: (item: CascadeItem) => void;
  /** Back to the list of this level, from 0. */
  onBack: (level: number) => void;
}

/** One list at a time: what was chosen stands above and can be gone back to. */
export function Cascader({ id, label, chosen, items, onChoose, onBack }: CascaderProps) {
  return (
    <View className={styles.cascader}>
      {chosen.length === 0 ? null : (
        <Card flush>
          {chosen.map(({ code, name }, level) => (
            <Row
              key={code}
              id={`${id}-back-${level}`}
              label={name}
              value="改"
              onPress={() => onBack(level)}
            />
          ))}
        </Card>
      )}
      <View className={styles.label}>{label}</View>
      <Card flush>
        {items.map((item) => (
          <Row key={item.code} id={`${id}-${item.code}`} label={item.name} onPress={() => onChoose(item)} />
        ))}
      </Card>
    </View>
  );
}
