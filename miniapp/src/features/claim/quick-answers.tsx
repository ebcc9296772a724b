import { View } from '@tarojs/components';
import { Pressable } from '@/components/pressable/pressable';
import styles from './quick-answers.module.scss';

interface QuickAnswersProps {
  /** Each answer is named `<id>-0`, `<id>-1` … in journeys. */
  id: string;
  /** The usual answers; a label where it reads otherwise than what is written into the field. */
  answers: readonly { readonly value: string; readonly label?: string }[];
  /** What stands in the field now. */
  value: string;
  onChoose: (value: string) => void;
}

/** The usual answers below a field: one tap writes one in, anything else is entered in the field itself. */
export function QuickAnswers({ id, answers, value, onChoose }: QuickAnswersProps) {
  return (
    <View className={styles.chips}>
      {answers.map((answer, index) => (
        <Pressable
          key={answer.value}
          id={`${id}-${index}`}
          className={`${styles.chip} ${answer.value === value ? styles.chosen : ''}`}
          selected={answer.value === value}
          onPress={() => onChoose(answer.value)}
        >
          {answer.label ?? answer.value}
        </Pressable>
      ))}
    </View>
  );
}
