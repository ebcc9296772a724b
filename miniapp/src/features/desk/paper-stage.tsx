import { useState } from 'react';
import { Image, Text, View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { useShortcuts } from '@/lib/a11y/shortcuts';
import styles from './paper-wall.module.scss';
import type { ShownPaper } from './shown-paper';

/** How many times as large a paper is shown, step by step. */
const ZOOMS = [1, 1.5, 2, 3, 4] as const;

interface PaperStageProps {
  papers: readonly ShownPaper[];
  chosen: number;
  onChoose: (index: number) => void;
}

/** One paper, large, to be enlarged and moved about; + and − enlarge, , and . turn over on a keyboard. */
export function PaperStage({ papers, chosen, onChoose }: PaperStageProps) {
  const [zoom, setZoom] = useState(0);
  const enlarge = (by: number) => setZoom(Math.min(ZOOMS.length - 1, Math.max(0, zoom + by)));
  const turn = (by: number) => onChoose((chosen + by + papers.length) % papers.length);
  useShortcuts({
    '+': () => enlarge(1),
    '=': () => enlarge(1),
    '-': () => enlarge(-1),
    ',': () => turn(-1),
    '.': () => turn(1),
  });
  const scale = ZOOMS[zoom] ?? 1;
  const tools = [
    { id: 'paper-before', icon: 'back', label: '上一张', press: () => turn(-1) },
    { id: 'paper-smaller', icon: 'remove', label: '缩小', press: () => enlarge(-1) },
    { id: 'paper-larger', icon: 'add', label: '放大', press: () => enlarge(1) },
    { id: 'paper-after', icon: 'forward', label: '下一张', press: () => turn(1) },
  ] as const;
  return (
    <View className={styles.stage}>
      <View className={styles.frame}>
        <Image
          className={styles.large}
          src={papers[chosen]?.url ?? ''}
          mode="widthFix"
          style={{ width: `${scale * 100}%` }}
        />
      </View>
      <View className={styles.tools}>
        {tools.map(({ id, icon, label, press }) => (
          <Pressable key={id} id={id} className={styles.tool} label={label} onPress={press}>
            <Icon name={icon} />
          </Pressable>
        ))}
        <Text
          className={styles.count}
        >{`第 ${chosen + 1} 张，共 ${papers.length} 张 · ${scale * 100}%`}</Text>
      </View>
    </View>
  );
}
