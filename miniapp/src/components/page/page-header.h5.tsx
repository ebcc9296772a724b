import { View } from '@tarojs/components';
import Taro, { getCurrentInstance, useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { a11y } from '@/lib/a11y/a11y';
import { Icon } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import styles from './page-header.module.scss';

const titleOfConfig = (): string => {
  const config: unknown = getCurrentInstance().page?.config;
  const title: unknown =
    typeof config === 'object' && config !== null ? Reflect.get(config, 'navigationBarTitleText') : undefined;
  return typeof title === 'string' ? title : '暖家保';
};

/** A browser has no bar of its own: title and the way back. */
export function PageHeader({ title }: { title?: string }) {
  const [fromConfig, setFromConfig] = useState(titleOfConfig);
  const [depth, setDepth] = useState(1);
  useDidShow(() => {
    setFromConfig(titleOfConfig());
    setDepth(Taro.getCurrentPages().length);
  });
  return (
    <View className={styles.header}>
      {depth > 1 ? (
        <Pressable className={styles.back} label="返回" onPress={() => void Taro.navigateBack()}>
          <Icon name="back" />
        </Pressable>
      ) : null}
      <View className={styles.title} {...a11y({ role: 'heading', level: 1 })}>
        {title ?? fromConfig}
      </View>
    </View>
  );
}
