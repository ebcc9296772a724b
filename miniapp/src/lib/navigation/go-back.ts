import { useRef } from 'react';
import Taro from '@tarojs/taro';

/** The way back from this page, once: a second tap on a page that is leaving must not leave the page below it, too. */
export const useGoBack = (): (() => Promise<void>) => {
  const isLeaving = useRef(false);
  return async () => {
    if (isLeaving.current) return;
    isLeaving.current = true;
    try {
      await Taro.navigateBack();
    } catch (thrown) {
      isLeaving.current = false;
      throw thrown;
    }
  };
};
