import { Text, View } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import styles from './big-figure.module.scss';

interface BigFigureProps {
  /** The figure inside: 86, 312. */
  value: string;
  unit?: string;
  /** Under the figure. */
  caption: string;
  /** How much of the ring is drawn, 0 to 1. */
  share: number;
}

/** One figure in a ring: the page's dominant element. */
export function BigFigure({ value, unit = '', caption, share }: BigFigureProps) {
  const degrees = Math.round(Math.min(1, Math.max(0, share)) * 360);
  return (
    <View
      className={styles.ring}
      style={{ background: `conic-gradient(var(--brand) ${degrees}deg, var(--line) 0)` }}
      {...a11y({ role: 'img', label: `${value}${unit}，${caption}` })}
    >
      <View className={styles.inside}>
        <View className={styles.value}>
          {value}
          <Text className={styles.unit}>{unit}</Text>
        </View>
        <Text className={styles.caption}>{caption}</Text>
      </View>
    </View>
  );
}
