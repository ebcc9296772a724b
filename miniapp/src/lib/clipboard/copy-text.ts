import Taro from '@tarojs/taro';

/** Puts a text on the clipboard; the phone says 内容已复制 by itself. */
export const copyText = async (text: string): Promise<void> => {
  await Taro.setClipboardData({ data: text });
};
