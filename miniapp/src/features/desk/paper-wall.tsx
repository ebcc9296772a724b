import { useState } from 'react';
import { Image, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { PaperStage } from './paper-stage';
import styles from './paper-wall.module.scss';
import { showInFull, type ShownPaper } from './shown-paper';

interface PaperProps {
  paper: ShownPaper;
  position: number;
  isChosen: boolean;
  onOpen: () => void;
}

function Paper({ paper, position, isChosen, onOpen }: PaperProps) {
  const [broken, setBroken] = useState(false);
  const name = `第 ${position} 张材料${paper.label === undefined ? '' : `，${paper.label}`}`;
  return (
    <Pressable
      id={`case-photo-${position}`}
      className={`${styles.paper} ${isChosen ? styles.chosen : ''}`}
      label={broken ? `${name}，没有打开` : `看大图：${name}`}
      disabled={broken}
      onPress={onOpen}
    >
      {broken ? (
        <View className={styles.broken}>
          <Icon name="picture" />
          <Text>没有打开</Text>
        </View>
      ) : (
        <Image className={styles.picture} src={paper.url} mode="aspectFill" onError={() => setBroken(true)} />
      )}
      <Text className={styles.number}>{paper.label ?? String(position)}</Text>
    </Pressable>
  );
}

/** From here on a paper has room beside what is entered from it (px). */
const WIDE = 768;

interface PaperWallProps {
  papers: readonly ShownPaper[];
  /** Which one is shown large on a wide window. */
  chosen: number;
  onChoose: (index: number) => void;
}

/** The family's papers: in a wide window one stands large beside the form, on a phone a press opens it in full. */
export function PaperWall({ papers, chosen, onChoose }: PaperWallProps) {
  const isWide = Taro.getWindowInfo().windowWidth >= WIDE;
  if (papers.length === 0) return <Text className={styles.none}>家属没有上传材料。</Text>;
  return (
    <>
      {isWide ? <PaperStage papers={papers} chosen={chosen} onChoose={onChoose} /> : null}
      <View className={styles.papers}>
        {papers.map((paper, index) => (
          <Paper
            key={paper.url}
            paper={paper}
            position={index + 1}
            isChosen={isWide && index === chosen}
            onOpen={() => {
              onChoose(index);
              if (!isWide) showInFull(papers, index);
            }}
          />
        ))}
      </View>
    </>
  );
}
