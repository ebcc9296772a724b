import Taro from '@tarojs/taro';

const LOOK_EVERY_MS = 30;
/** A tab that has not come by then is left to come when it can. */
const LOOKS = 100;

const isShown = (tab: string): boolean => {
  const pages = Taro.getCurrentPages();
  return pages.length === 1 && `/${pages[0]?.route ?? ''}`.replace('//', '/').startsWith(tab);
};

/**
 * The browser's router answers `switchTab` before the tab's code is loaded; a page opened meanwhile stays blank.
 * Waits until the tab stands alone in the list of pages.
 */
export const tabShown = async (tab: string): Promise<void> => {
  for (let look = 0; look < LOOKS && !isShown(tab); look += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
};
