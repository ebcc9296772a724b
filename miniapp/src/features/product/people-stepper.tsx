import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { a11y } from '@/lib/a11y/a11y';
import styles from './people-stepper.module.scss';

interface PeopleStepperProps {
  people: number;
  max: number;
  onChange: (people: number) => void;
}

/** How many of the family are to be covered: one less, one more. */
export function PeopleStepper({ people, max, onChange }: PeopleStepperProps) {
  return (
    <View className={styles.stepper}>
      <Text className={styles.label}>家里几口人参加</Text>
      <View className={styles.control}>
        <Pressable
          id="people-less"
          className={`${styles.key} ${people <= 1 ? styles.ended : ''}`}
          label="少一口人"
          disabled={people <= 1}
          onPress={() => onChange(people - 1)}
        >
          <Icon name="remove" />
        </Pressable>
        <Text className={styles.count} {...a11y({ role: 'status', label: `${people} 口人` })}>
          {people}
        </Text>
        <Pressable
          id="people-more"
          className={`${styles.key} ${people >= max ? styles.ended : ''}`}
          label="多一口人"
          disabled={people >= max}
          onPress={() => onChange(people + 1)}
        >
          <Icon name="add" />
        </Pressable>
      </View>
    </View>
  );
}
