import { useState } from 'react';
import { Image, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import styles from './case-photos.module.scss';

interface PhotoProps {
  url: string;
  position: number;
  onOpen: () => void;
}

function Photo({ url, position, onOpen }: PhotoProps) {
  const [broken, setBroken] = useState(false);
  return (
    <Pressable
      id={`case-photo-${position}`}
      className={styles.photo}
      label={broken ? `第 ${position} 张照片没有打开` : `看大图：第 ${position} 张照片`}
      disabled={broken}
      onPress={onOpen}
    >
      {broken ? (
        <View className={styles.broken}>
          <Icon name="picture" />
          <Text>没有打开</Text>
        </View>
      ) : (
        <Image className={styles.picture} src={url} mode="aspectFill" onError={() => setBroken(true)} />
      )}
    </Pressable>
  );
}

/** The family's photos; pressed, they open large and can be turned over like pages. */
export function CasePhotos({ urls }: { urls: readonly string[] }) {
  if (urls.length === 0) return <Text className={styles.none}>家属没有上传照片。</Text>;
  return (
    <View className={styles.photos}>
      {urls.map((url, index) => (
        <Photo
          key={url}
          url={url}
          position={index + 1}
          onOpen={() => void Taro.previewImage({ current: url, urls: [...urls] })}
        />
      ))}
    </View>
  );
}
