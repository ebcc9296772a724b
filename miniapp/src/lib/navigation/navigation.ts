import Taro from '@tarojs/taro';
import { tabShown } from './tab-shown';

/** Opens a page by its address (`/packages/claim/pages/progress/progress?claimId=…`); a tab page by its tab. */
export const openPage = async (url: string): Promise<void> => {
  if (url.startsWith('/pages/')) await Taro.switchTab({ url: url.split('?')[0] ?? url });
  else await Taro.navigateTo({ url });
};

/** The path of a page, however its platform writes it. */
const pathOf = (url: string): string => url.split('?')[0]?.replace(/^\/+/, '') ?? '';

/**
 * Goes back to a page of this journey, or opens it in place of this one where it was never open: the journey began at a
 * message, or the browser reloaded.
 */
export const backTo = async (url: string): Promise<void> => {
  const pages = Taro.getCurrentPages().map(({ route }) => pathOf(route ?? ''));
  const delta = pages.length - 1 - pages.lastIndexOf(pathOf(url));
  if (pages.includes(pathOf(url)) && delta > 0) await Taro.navigateBack({ delta });
  else await Taro.redirectTo({ url });
};

/** Leaves a finished journey for a page above one of the tabs, so that the way back leads to that tab. */
export const openAboveTab = async (tab: string, url: string): Promise<void> => {
  await Taro.switchTab({ url: tab });
  await tabShown(tab);
  await Taro.navigateTo({ url });
};
