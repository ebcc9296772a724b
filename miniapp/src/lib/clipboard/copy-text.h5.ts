import Taro from '@tarojs/taro';

/** The browser's side of `copyText`. */
export const copyText = async (text: string): Promise<void> => {
  await navigator.clipboard.writeText(text);
  await Taro.showToast({ title: '已复制', icon: 'none' });
};
