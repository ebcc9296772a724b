import { Text, View } from '@tarojs/components';
import { FieldFrame } from '@/components/field/field-frame';
import { Icon } from '@/components/icon/icon';
import { PhonePicture } from '@/components/phone-picture/phone-picture';
import { Pressable } from '@/components/pressable/pressable';
import { a11y } from '@/lib/a11y/a11y';
import type { ClaimDraft } from './claim-draft';
import styles from './proof-picker.module.scss';

interface ProofPickerProps {
  photos: ClaimDraft['photos'];
  /** Path of the chosen photo; empty before a choice. */
  value: string;
  onChange: (path: string) => void;
  error: string | undefined;
}

const LABEL = '能证明关系的照片';

/** Which of the photos that were added proves who somebody is to the person. */
export function ProofPicker({ photos, value, onChange, error }: ProofPickerProps) {
  return (
    <FieldFrame
      label={LABEL}
      hint="户口本、结婚证、出生证明都行。没拍的话，回上一步“材料”里补一张。"
      error={error}
    >
      <View className={styles.grid} {...a11y({ role: 'radiogroup', label: LABEL })}>
        {photos.map(({ path }, index) => (
          <Pressable
            key={path}
            id={`payee-proof-${index}`}
            role="radio"
            label={`材料第 ${index + 1} 张`}
            className={`${styles.photo} ${path === value ? styles.chosen : ''}`}
            checked={path === value}
            onPress={() => onChange(path)}
          >
            <PhonePicture className={styles.picture} path={path} />
            <View className={styles.name}>
              {path === value ? <Icon name="check" /> : null}
              <Text>{`第 ${index + 1} 张`}</Text>
            </View>
          </Pressable>
        ))}
      </View>
    </FieldFrame>
  );
}
