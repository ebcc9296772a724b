import { Text, View } from '@tarojs/components';
import type { NeededPaper } from 'shared/claim/papers';
import { Badge } from '@/components/badge/badge';
import { Icon } from '@/components/icon/icon';
import { PaperPicture } from './paper-picture';
import styles from './paper-card.module.scss';

/** One paper: its picture, its name, whether it must come, and what its photo must show. */
export function PaperCard({ paper }: { paper: NeededPaper }) {
  return (
    <View className={styles.paper}>
      <PaperPicture of={paper.key} />
      <View className={styles.words}>
        <View className={styles.head}>
          <Text className={styles.name}>{paper.name}</Text>
          <Badge tone={paper.need === 'required' ? 'good' : 'plain'}>
            {paper.need === 'required' ? '要有' : '有就带'}
          </Badge>
        </View>
        {paper.when === null ? null : <Text className={styles.second}>{paper.when}</Text>}
        <Text className={styles.second}>{paper.lookFor.join('；')}</Text>
      </View>
    </View>
  );
}

const PHOTOS = [
  { of: 'good', words: '放平，四个角都在画面里', good: true },
  { of: 'cut', words: '不要拍歪、拍漏一角', good: false },
  { of: 'glare', words: '不要反光挡住字', good: false },
] as const;

/** What a good photo of any paper is, beside two that would have to be taken again. */
export function GoodPhoto() {
  return (
    <View className={styles.photos}>
      {PHOTOS.map(({ of, words, good }) => (
        <View key={of} className={styles.photo}>
          <PaperPicture of={of} />
          <View className={styles.verdict}>
            <Icon name={good ? 'done' : 'refused'} size="small" className={good ? styles.good : styles.bad} />
            <Text className={styles.second}>{words}</Text>
          </View>
        </View>
      ))}
    </View>
  );
}
