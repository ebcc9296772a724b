import { useRef, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { named } from '@/lib/a11y/named';
import { a11y } from '@/lib/a11y/a11y';
import { Icon, type IconName } from '../icon/icon';
import styles from './button.module.scss';

interface ButtonProps {
  /** Stable name of this control on its page, for tests and for the phone's own queries. */
  id?: string;
  /** The words on it, the verb first. */
  children: string;
  /** A promise it gives locks the button until it settles; it must handle its own failures. */
  onPress: () => unknown;
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  icon?: IconName;
  /** Work that somebody else started is on its way. */
  loading?: boolean;
  disabled?: boolean;
  /** Why it cannot be pressed yet; shown above it. */
  reason?: string;
  /** A name that says more than the words, for a screen reader: 删除王小明. */
  label?: string;
}

const isPromise = (work: unknown): work is PromiseLike<unknown> =>
  typeof work === 'object' && work !== null && typeof Reflect.get(work, 'then') === 'function';

/** The way to act. One primary button per page. */
export function Button({
  id,
  children,
  onPress,
  kind = 'primary',
  icon,
  loading = false,
  disabled = false,
  reason,
  label,
}: ButtonProps) {
  const locked = useRef(false);
  const [working, setWorking] = useState(false);
  const busy = working || loading;

  const press = () => {
    if (locked.current || busy || disabled) return;
    const work = onPress();
    if (!isPromise(work)) return;
    locked.current = true;
    setWorking(true);
    void Promise.resolve(work).finally(() => {
      locked.current = false;
      setWorking(false);
    });
  };

  return (
    <View className={styles.place}>
      {disabled && reason !== undefined ? <Text className={styles.reason}>{reason}</Text> : null}
      <View
        {...named(id)}
        className={`${styles.button} ${styles[kind]} ${disabled ? styles.disabled : ''} ${busy ? styles.busy : ''}`}
        hoverClass={disabled || busy ? 'none' : styles.pressed}
        onClick={press}
        {...a11y({ role: 'button', label, disabled: disabled || busy })}
      >
        {busy ? (
          <View className={styles.spinner} />
        ) : icon === undefined ? null : (
          <Icon name={icon} size="small" />
        )}
        <Text className={styles.words}>{children}</Text>
      </View>
    </View>
  );
}
