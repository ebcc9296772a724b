import { View } from '@tarojs/components';
import type { CardReading } from '@/lib/media/use-card-photo';
import { Button } from '../button/button';
import { Notice } from '../notice/notice';
import styles from './card-photo.module.scss';

interface CardPhotoProps {
  id?: string;
  /** The words on it: 拍身份证. */
  children: string;
  /** What it fills in, and what becomes of the photo. */
  hint: string;
  /** What to do once it is filled in. */
  done: string;
  /** Both are what `useCardPhoto` gives. */
  reading: CardReading;
  onTake: () => Promise<void>;
}

/** Fills in a form from a photo of a card; typing it is always another way. */
export function CardPhoto({ id, children, hint, done, reading, onTake }: CardPhotoProps) {
  const isReading = reading.kind === 'reading';
  return (
    <View className={styles.photo}>
      <Button id={id} kind="secondary" icon="camera" loading={isReading} onPress={onTake}>
        {isReading ? '正在认字' : children}
      </Button>
      {reading.kind === 'read' ? (
        <Notice tone="good" announced>
          {done}
        </Notice>
      ) : reading.kind === 'failed' ? (
        <Notice tone="due" announced>
          {reading.why}
        </Notice>
      ) : (
        <View className={styles.hint}>{hint}</View>
      )}
    </View>
  );
}
