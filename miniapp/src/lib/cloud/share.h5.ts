import Taro from '@tarojs/taro';
import type { ShareCard } from './share';

export const shareCard = (card: ShareCard): ShareCard => card;

/** The browser's address of the same page. */
export const addressOf = (path: string): string => `${location.origin}/#${path}`;

export const copyLink = async (path: string): Promise<void> => {
  await navigator.clipboard.writeText(addressOf(path));
  await Taro.showToast({ title: '链接已复制', icon: 'none' });
};
