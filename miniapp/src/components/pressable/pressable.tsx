import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { named } from '@/lib/a11y/named';
import { a11y, type Accessible } from '@/lib/a11y/a11y';
import styles from './pressable.module.scss';

interface PressableProps extends Pick<Accessible, 'label' | 'checked' | 'selected' | 'expanded'> {
  /** Stable name of this control on its page, for tests and for the phone's own queries. */
  id?: string;
  onPress: () => void;
  role?: 'button' | 'link' | 'radio' | 'checkbox' | 'tab';
  disabled?: boolean;
  className?: string;
}

/** Anything that is pressed and is no `Button`: at least as high as a finger, with a role and a pressed look. */
export function Pressable({
  id,
  onPress,
  role = 'button',
  disabled = false,
  className = '',
  children,
  ...state
}: PropsWithChildren<PressableProps>) {
  return (
    <View
      {...named(id)}
      className={`${styles.pressable} ${className}`}
      hoverClass={disabled ? 'none' : styles.pressed}
      onClick={() => {
        if (!disabled) onPress();
      }}
      {...a11y({ role, disabled: disabled ? true : undefined, ...state })}
    >
      {children}
    </View>
  );
}
