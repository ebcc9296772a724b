import { Text, View } from '@tarojs/components';
import { FieldFrame } from '@/components/field/field-frame';
import { Pressable } from '@/components/pressable/pressable';
import { a11y } from '@/lib/a11y/a11y';
import styles from './facts-form.module.scss';

const grades = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

interface GradePickerProps {
  /** Each grade is found as `<id>-<grade>`. */
  id: string;
  /** 0: none yet. */
  grade: number;
  error: string | undefined;
  onChange: (grade: number) => void;
}

/** The disability grade of the appraisal report, 1 the gravest. Source: domain R7. */
export function GradePicker({ id, grade, error, onChange }: GradePickerProps) {
  return (
    <FieldFrame label="伤残等级" hint="按鉴定意见书选；1 级最重，10 级最轻。" error={error}>
      <View className={styles.grades} {...a11y({ role: 'radiogroup', label: '伤残等级' })}>
        {grades.map((one) => (
          <Pressable
            key={one}
            id={`${id}-${one}`}
            role="radio"
            className={`${styles.grade} ${one === grade ? styles.chosenGrade : ''}`}
            checked={one === grade}
            label={`${one} 级`}
            onPress={() => onChange(one)}
          >
            <Text>{one} 级</Text>
          </Pressable>
        ))}
      </View>
    </FieldFrame>
  );
}
