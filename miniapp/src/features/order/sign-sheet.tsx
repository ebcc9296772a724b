import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { formatYuan } from 'shared/money/fen';
import { personSums, type CoverageKind } from 'shared/product/coverage-words';
import type { Strokes } from 'shared/order/order.schema';
import { SignaturePad } from '@/components/signature-pad/signature-pad';
import type { Purchase } from './purchase';
import styles from './sign-sheet.module.scss';

interface SignSheetProps {
  purchase: Purchase;
  /** Position in the list of people. */
  memberIndex: number;
  onSign: (strokes: Strokes) => void;
  /** What else this adult can do. */
  children?: ReactNode;
}

const SUM_WORDS: Readonly<Partial<Record<CoverageKind, (yuan: string) => string>>> = {
  accident: (yuan) => `身故或伤残最多赔 ${yuan} 元`,
  allowance: (yuan) => `意外住院每天赔 ${yuan} 元`,
  illness: (yuan) => `得了条款里列的重病赔 ${yuan} 元`,
};

/** Everything that is signed for, in one sentence. */
const sumsOf = (person: Purchase['checked'][number]): string =>
  personSums({ ...person, accidentFen: person.accidentShareFen })
    .flatMap(({ kind, fen }) => SUM_WORDS[kind]?.(formatYuan(fen)) ?? [])
    .join('，');

/** Where one adult signs for the sum on their own life. Source: domain R26. */
export function SignSheet({ purchase, memberIndex, onSign, children }: SignSheetProps) {
  const person = purchase.checked[memberIndex];
  const written = purchase.signatures.find((signature) => signature.memberIndex === memberIndex)?.strokes;
  if (person === undefined) return null;
  return (
    <>
      <View className={styles.ask}>
        <View className={styles.name}>{`${person.name}，请您签名`}</View>
        <Text
          className={styles.text}
        >{`签名表示${purchase.renewsPolicyId === '' ? '' : '健康告知属实，并'}同意给自己上这份保障：${sumsOf(person)}。`}</Text>
      </View>
      <SignaturePad
        key={memberIndex}
        id={`sign-pad-${memberIndex}`}
        strokes={written ?? []}
        label={`${person.name}签名`}
        onChange={onSign}
      />
      {children}
    </>
  );
}
