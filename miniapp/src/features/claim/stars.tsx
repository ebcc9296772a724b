import { Text, View } from '@tarojs/components';
import { FieldFrame } from '@/components/field/field-frame';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { a11y } from '@/lib/a11y/a11y';
import styles from './stars.module.scss';

/** What each number of stars says, from one on. */
const WORDS = ['很不满意', '不满意', '一般', '满意', '很满意'] as const;

const LABEL = '这次理赔办得怎么样';

interface StarsProps {
  /** 1 to 5; undefined before a choice. */
  value: number | undefined;
  onChange: (stars: number) => void;
  error: string | undefined;
}

/** One to five stars, each as large as a finger; the words below say what was chosen. */
export function Stars({ value, onChange, error }: StarsProps) {
  return (
    <FieldFrame label={LABEL} error={error}>
      <View className={styles.stars} {...a11y({ role: 'radiogroup', label: LABEL })}>
        {WORDS.map((words, index) => {
          const stars = index + 1;
          const isOn = value !== undefined && stars <= value;
          return (
            <Pressable
              key={words}
              id={`rate-star-${stars}`}
              role="radio"
              label={`${stars} 颗星，${words}`}
              className={`${styles.star} ${isOn ? styles.on : ''}`}
              checked={stars === value}
              onPress={() => onChange(stars)}
            >
              <Icon name={isOn ? 'star-full' : 'star'} />
            </Pressable>
          );
        })}
      </View>
      <Text className={styles.words}>{value === undefined ? '点一颗星' : WORDS[value - 1]}</Text>
    </FieldFrame>
  );
}
