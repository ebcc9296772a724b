import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { named } from '@/lib/a11y/named';
import { Pressable } from '../pressable/pressable';
import styles from './card.module.scss';

interface CardProps {
  /** Stable name of this control on its page, for tests and for the phone's own queries. */
  id?: string;
  children: ReactNode;
  /** hero: the page's dominant element, one at most; brand: what the family holds; warm: money for the family. */
  tone?: 'plain' | 'brand' | 'warm' | 'hero';
  /** Without inner space, for rows that reach the edges. */
  flush?: boolean;
  /** The whole card opens something; `label` then says what. */
  onPress?: () => void;
  label?: string;
}

/** A surface that holds one thing. Never a card inside a card. */
export function Card({ id, children, tone = 'plain', flush = false, onPress, label }: CardProps) {
  const className = `${styles.card} ${styles[tone]} ${flush ? styles.flush : ''}`;
  if (onPress === undefined)
    return (
      <View {...named(id)} className={className}>
        {children}
      </View>
    );
  return (
    <Pressable id={id} className={className} label={label} onPress={onPress}>
      {children}
    </Pressable>
  );
}
