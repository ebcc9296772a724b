import { Image, Text, View } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import { FieldFrame } from '../field/field-frame';
import { Icon } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import styles from './photo-picker.module.scss';

/** A photo as it is shown; what `usePhotos` gives fits. */
export interface ShownPhoto {
  id: string;
  path: string;
  state: 'uploading' | 'done' | 'failed';
}

interface PhotoPickerProps {
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

/** Photos as tiles: each shows how far it is, is tried again or taken away on its own. */
export function PhotoPicker({ label, photos, max, onAdd, onRetry, onRemove, hint, error }: PhotoPickerProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      <View className={styles.grid}>
        {photos.map(({ id, path, state }, position) => (
          <View key={id} className={styles.tile}>
            <Image
              className={styles.picture}
              src={path}
              mode="aspectFill"
              {...a11y({ label: `${label}第 ${position + 1} 张` })}
            />
            {state === 'done' ? null : (
              <Pressable
                className={styles.cover}
                label={
                  state === 'failed'
                    ? `第 ${position + 1} 张没传上，再传一次`
                    : `第 ${position + 1} 张正在上传`
                }
                disabled={state === 'uploading'}
                onPress={() => void onRetry(id)}
              >
                <Icon name={state === 'failed' ? 'retry' : 'clock'} />
                <Text>{state === 'failed' ? '没传上，点这里再传' : '正在上传'}</Text>
              </Pressable>
            )}
            <Pressable
              className={styles.remove}
              label={`删除第 ${position + 1} 张`}
              onPress={() => onRemove(id)}
            >
              <View className={styles.cross}>
                <Icon name="close" />
              </View>
            </Pressable>
          </View>
        ))}
        {photos.length < max ? (
          <Pressable
            className={`${styles.tile} ${styles.add}`}
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
