import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { useShortcuts } from '@/lib/a11y/shortcuts';
import styles from './case-head.module.scss';
import { casePage, neighboursOf } from './queue-walk';

/** The ways to the case before and the next one in the queue; K and J on a keyboard. */
export function CaseNeighbours({ claimId }: { claimId: string }) {
  const [{ before, after }] = useState(() => neighboursOf(claimId));
  const go = (to: string | undefined) => {
    if (to !== undefined) void Taro.redirectTo({ url: casePage(to) });
  };
  useShortcuts({ k: () => go(before), j: () => go(after) });
  if (before === undefined && after === undefined) return null;
  return (
    <View className={styles.neighbours}>
      <Pressable
        id="case-before"
        className={`${styles.neighbour} ${before === undefined ? styles.none : ''}`}
        disabled={before === undefined}
        onPress={() => go(before)}
      >
        <Icon name="back" size="small" />
        <Text>上一件</Text>
      </Pressable>
      <Pressable
        id="case-after"
        className={`${styles.neighbour} ${after === undefined ? styles.none : ''}`}
        disabled={after === undefined}
        onPress={() => go(after)}
      >
        <Text>下一件</Text>
        <Icon name="forward" size="small" />
      </Pressable>
    </View>
  );
}
