import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { Notice } from '@/components/notice/notice';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { Section } from '@/components/section/section';
import { MOST_AT_ONCE, type MorePapersForm } from './use-more-papers';
import styles from './more-papers.module.scss';

/** What is missing, and the photos of it. */
export function MorePapers({ missing, papers }: { missing: readonly string[]; papers: MorePapersForm }) {
  const { photos, fault } = papers;
  return (
    <>
      {missing.length === 0 ? (
        <Notice>材料不缺了。手头有新的，也可以补进来。</Notice>
      ) : (
        <Section title="还缺这些">
          <View className={styles.list}>
            {missing.map((name) => (
              <View key={name} className={styles.paper}>
                <Icon name="paper" className={styles.icon} />
                <Text className={styles.name}>{name}</Text>
              </View>
            ))}
          </View>
        </Section>
      )}
      <PhotoPicker
        id="more-papers"
        label="材料照片"
        photos={photos.photos}
        max={MOST_AT_ONCE}
        onAdd={photos.add}
        onRetry={photos.retry}
        onRemove={photos.remove}
        hint={missing.length === 0 ? undefined : '请一次交齐。交上来以后，答复的日子接着算。'}
        error={fault}
      />
    </>
  );
}
