import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { NeededPaper } from 'shared/claim/papers';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Pressable } from '@/components/pressable/pressable';
import { Section } from '@/components/section/section';
import { Sheet } from '@/components/sheet/sheet';
import { GoodPhoto, PaperCard } from './paper-card';
import { PaperPicture } from './paper-picture';
import styles from './paper-tiles.module.scss';

const GROUPS = [
  ['required', '要有'],
  ['ifAny', '有就带'],
] as const;

/** The papers of a claim by picture and name; pressing one tells when it is needed and how to photograph it. */
export function PaperTiles({ papers }: { papers: readonly NeededPaper[] }) {
  const [opened, setOpened] = useState<NeededPaper>();
  const close = () => setOpened(undefined);
  return (
    <>
      <Section title="要准备的材料" note="点开看怎样拍">
        <Card>
          {GROUPS.map(([need, word]) => {
            const some = papers.filter((paper) => paper.need === need);
            return some.length === 0 ? null : (
              <View key={need} className={styles.group}>
                <Text className={styles.word}>{word}</Text>
                <View className={styles.tiles}>
                  {some.map((paper) => (
                    <Pressable
                      key={paper.key}
                      id={`paper-${paper.key}`}
                      className={styles.tile}
                      onPress={() => setOpened(paper)}
                    >
                      <PaperPicture of={paper.key} />
                      <Text className={styles.name}>{paper.name}</Text>
                    </Pressable>
                  ))}
                </View>
              </View>
            );
          })}
        </Card>
      </Section>
      {opened === undefined ? null : (
        <Sheet
          id="paper"
          title="要拍清什么"
          actions={
            <Button id="paper-seen" onPress={close}>
              知道了
            </Button>
          }
          onClose={close}
        >
          <PaperCard paper={opened} />
          <GoodPhoto />
        </Sheet>
      )}
    </>
  );
}
