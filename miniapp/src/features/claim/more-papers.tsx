import { View } from '@tarojs/components';
import type { ClaimView } from 'shared/claim/claim-view';
import { paperOf } from 'shared/claim/papers';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { Section } from '@/components/section/section';
import { PaperPicture } from './paper-picture';
import { MOST_AT_ONCE, OTHER } from './unsent-papers';
import type { AskedPaper, MorePapersForm } from './use-more-papers';
import styles from './more-papers.module.scss';

interface PhotosOfProps {
  id: string;
  label: string;
  hint?: string | undefined;
  of: string;
  papers: MorePapersForm;
}

/** The photos of one paper, among all that are sent together. */
function PhotosOf({ id, label, hint, of, papers: { photos } }: PhotosOfProps) {
  const own = photos.photos.filter((photo) => (photo.of ?? OTHER) === of);
  return (
    <PhotoPicker
      id={id}
      label={label}
      photos={own}
      max={own.length + MOST_AT_ONCE - photos.photos.length}
      onAdd={() => photos.add(of)}
      onRetry={photos.retry}
      onRemove={photos.remove}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}

/** Names of what has no photo yet, neither at the desk nor here. */
const namesLeft = (asked: readonly AskedPaper[], { photos }: MorePapersForm['photos']): string[] =>
  asked
    .filter(({ called, photos: came }) => came === 0 && photos.every(({ of }) => of !== called))
    .map(({ called }) => called);

interface MorePapersProps {
  claim: Pick<ClaimView, 'missingPapers' | 'kind' | 'cause'>;
  papers: MorePapersForm;
}

/** Everything that was asked for, each with its photos at its place; and room for more. */
export function MorePapers({ claim: { missingPapers: asked, kind, cause }, papers }: MorePapersProps) {
  const left = namesLeft(asked, papers.photos);
  const isBegun = papers.photos.photos.length > 0;
  return (
    <>
      {asked.length === 0 ? (
        <Notice>材料不缺了。手头有新的，也可以补进来。</Notice>
      ) : (
        <Section
          title={`要补 ${asked.length} 样`}
          note="每样拍在自己的位置。全部交齐，答复的日子自动接着算。"
        >
          <View className={styles.list}>
            {asked.map(({ paper, called, photos }, position) => (
              <Card key={called}>
                <View className={styles.asked}>
                  {paper === null ? null : <PaperPicture of={paper} />}
                  <View className={styles.photos}>
                    <PhotosOf
                      id={`more-papers-${position + 1}`}
                      label={photos === 0 ? called : `${called}（已收到 ${photos} 张）`}
                      hint={paper === null ? undefined : paperOf(paper, kind, cause).lookFor.join('；')}
                      of={called}
                      papers={papers}
                    />
                  </View>
                </View>
              </Card>
            ))}
          </View>
        </Section>
      )}
      <PhotosOf
        id="more-papers"
        label={asked.length === 0 ? '材料照片' : '别的材料（有就补）'}
        of={OTHER}
        papers={papers}
      />
      {isBegun && left.length > 0 ? (
        <Notice tone="due">{`还差：${left.join('、')}。可以先交手头的，补齐以后答复的日子才接着算。`}</Notice>
      ) : null}
      {papers.fault === undefined ? null : (
        <Notice tone="bad" announced>
          {papers.fault}
        </Notice>
      )}
    </>
  );
}
