import Taro from '@tarojs/taro';

/** A card that opens a page of the mini-program from a chat. */
export interface ShareCard {
  title: string;
  /** `/pages/home/home?code=…` */
  path: string;
  /** A picture of 5:4, from the package or the cloud; otherwise WeChat photographs the page. */
  imageUrl?: string;
}

/** What `useShareAppMessage` must return. */
export const shareCard = (card: ShareCard): ShareCard => card;

/** Puts the path of a card on the clipboard, where a card cannot be sent; the phone says 已复制 by itself. */
export const copyLink = async (path: string): Promise<void> => {
  await Taro.setClipboardData({ data: path });
};
