import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import { FieldFrame } from '../field/field-frame';
import { Icon } from '../icon/icon';
import { PhonePicture } from '../phone-picture/phone-picture';
import { Pressable } from '../pressable/pressable';
import styles from './photo-picker.module.scss';

/** A photo as it is shown; what `usePhotos` gives fits. */
export interface ShownPhoto {
  id: string;
  path: string;
  /** gone: not uploaded, and no longer on this phone. */
  state: 'uploading' | 'done' | 'failed' | 'gone';
}

interface PhotoPickerProps {
  /** Names the controls: `…-add`, `…-retry-1`, `…-remove-1`. */
  id?: string;
  label: string;
  photos: readonly ShownPhoto[];
  /** How many there may be. */
  max: number;
  onAdd: () => void | Promise<void>;
  onRetry: (id: string) => void | Promise<void>;
  onRemove: (id: string) => void;
  hint?: string;
  error?: string;
}

/** What lies over a photo that is not uploaded. */
const COVERS = {
  uploading: { icon: 'clock', words: '正在上传', spoken: '正在上传' },
  failed: { icon: 'retry', words: '没传上，点这里再传', spoken: '没传上，再传一次' },
  gone: { icon: 'alert', words: '手机里找不到了，请删掉', spoken: '手机里找不到了，请删掉' },
} as const;

/** The picture; a photo of an earlier visit may be gone from this phone, though it is uploaded. */
function Thumbnail({ path, label, isDone }: { path: string; label: string; isDone: boolean }) {
  const [gone, setGone] = useState(false);
  if (gone)
    return (
      <View className={styles.gone} {...a11y({ role: 'img', label: isDone ? `${label}，已传好` : label })}>
        <Icon name="picture" />
        {isDone ? <Text>已传好</Text> : null}
      </View>
    );
  return <PhonePicture className={styles.picture} path={path} label={label} onGone={() => setGone(true)} />;
}

/** Photos as tiles: each shows how far it is, is tried again or taken away on its own. */
export function PhotoPicker({
  id,
  label,
  photos,
  max,
  onAdd,
  onRetry,
  onRemove,
  hint,
  error,
}: PhotoPickerProps) {
  const named = (control: string) => (id === undefined ? undefined : `${id}-${control}`);
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      <View className={styles.grid}>
        {photos.map(({ id: photo, path, state }, position) => (
          <View key={photo} className={styles.tile}>
            <Thumbnail path={path} label={`${label}第 ${position + 1} 张`} isDone={state === 'done'} />
            {state === 'done' ? null : (
              <Pressable
                id={named(`retry-${position + 1}`)}
                className={styles.cover}
                label={`第 ${position + 1} 张${COVERS[state].spoken}`}
                disabled={state !== 'failed'}
                onPress={() => void onRetry(photo)}
              >
                <Icon name={COVERS[state].icon} />
                <Text>{COVERS[state].words}</Text>
              </Pressable>
            )}
            <Pressable
              id={named(`remove-${position + 1}`)}
              className={styles.remove}
              label={`删除第 ${position + 1} 张`}
              onPress={() => onRemove(photo)}
            >
              <View className={styles.cross}>
                <Icon name="close" />
              </View>
            </Pressable>
          </View>
        ))}
        {photos.length < max ? (
          <Pressable
            id={named('add')}
            className={`${styles.tile} ${styles.add} ${photos.length === 0 ? styles.first : ''}`}
            label={`添加照片：${label}`}
            onPress={() => void onAdd()}
          >
            <Icon name="camera" />
            <Text>{photos.length === 0 ? '拍照或选照片' : '再加一张'}</Text>
          </Pressable>
        ) : null}
      </View>
    </FieldFrame>
  );
}
