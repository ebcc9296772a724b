import { Text, View } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import styles from './document.module.scss';

/** A titled part of a clause, an exclusion or a notice. */
export interface DocumentPart {
  heading?: string;
  paragraphs: readonly string[];
  /** Set apart: what is not paid, what must not be overlooked. */
  important?: boolean;
}

interface DocumentProps {
  title: string;
  /** Version, filing number. */
  source?: string;
  parts: readonly DocumentPart[];
}

const heading1 = a11y({ role: 'heading', level: 1 });
const heading2 = a11y({ role: 'heading', level: 2 });

/** A text to be read to its end, set for reading. */
export function Document({ title, source, parts }: DocumentProps) {
  return (
    <View className={styles.document}>
      <View className={styles.title} {...heading1}>
        {title}
      </View>
      {source === undefined ? null : <Text className={styles.source}>{source}</Text>}
      {parts.map(({ heading, paragraphs, important = false }, position) => (
        <View key={position} className={`${styles.part} ${important ? styles.important : ''}`}>
          {heading === undefined ? null : (
            <View className={styles.heading} {...heading2}>
              {heading}
            </View>
          )}
          {paragraphs.map((paragraph, index) => (
            <View key={index} className={styles.paragraph}>
              {paragraph}
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
