import { Text, View } from '@tarojs/components';
import { formatYuan } from 'shared/money/fen';
import type { Strokes } from 'shared/order/order.schema';
import { SignaturePad } from '@/components/signature-pad/signature-pad';
import type { Purchase } from './purchase';
import styles from './sign-sheet.module.scss';

interface SignSheetProps {
  purchase: Purchase;
  /** Position in the list of people. */
  memberIndex: number;
  onSign: (strokes: Strokes) => void;
  error?: string;
}

/** Where one adult signs for the sum on their own life. Source: domain R26. */
export function SignSheet({ purchase, memberIndex, onSign, error }: SignSheetProps) {
  const person = purchase.checked[memberIndex];
  const written = purchase.signatures.find((signature) => signature.memberIndex === memberIndex)?.strokes;
  if (person === undefined) return null;
  return (
    <>
      <View className={styles.ask}>
        <View className={styles.name}>{`${person.name}，请您签名`}</View>
        <Text className={styles.text}>
          {`签名表示同意给自己上意外保障，身故或伤残最多赔 ${formatYuan(person.shareFen)} 元。`}
        </Text>
      </View>
      <SignaturePad
        key={memberIndex}
        id={`sign-pad-${memberIndex}`}
        strokes={written ?? []}
        label={`${person.name}签名`}
        onChange={onSign}
        error={error}
      />
    </>
  );
}
