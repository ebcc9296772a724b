import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import { useSheetKeys } from '@/lib/a11y/sheet-keys';
import { Icon } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import styles from './sheet.module.scss';

interface SheetProps {
  /** Stable name of the cross that closes it: `<id>-close`. */
  id?: string;
  title: string;
  children: ReactNode;
  /** The one way on, at its end. */
  actions: ReactNode;
  onClose: () => void;
}

const ground = a11y({ hidden: true });

/** A question that needs more than yes or no, over the page: from below on a phone, in the middle of a wide window. */
export function Sheet({ id, title, children, actions, onClose }: SheetProps) {
  useSheetKeys(onClose);
  return (
    <View className={styles.place}>
      <View className={styles.shade} onClick={onClose} {...ground} />
      <View className={styles.sheet} {...a11y({ role: 'dialog', label: title })}>
        <View className={styles.head}>
          <View className={styles.title} {...a11y({ role: 'heading', level: 2 })}>
            {title}
          </View>
          <Pressable
            id={id === undefined ? undefined : `${id}-close`}
            className={styles.close}
            label="关闭"
            onPress={onClose}
          >
            <Icon name="close" />
          </Pressable>
        </View>
        <View className={styles.body}>{children}</View>
        <View className={styles.actions}>{actions}</View>
      </View>
    </View>
  );
}
