import Taro from '@tarojs/taro';
import { tabShown } from './tab-shown';

/** Opens a page by its address (`/packages/claim/pages/progress/progress?claimId=…`); a tab page by its tab. */
export const openPage = async (url: string): Promise<void> => {
  if (url.startsWith('/pages/')) await Taro.switchTab({ url: url.split('?')[0] ?? url });
  else await Taro.navigateTo({ url });
};

/**
 * Goes back over pages of one journey, or opens the page afresh where there is nothing to go back to (opened from a
 * message, or reloaded in a browser).
 *
 * @param steps how many pages back it lies when the journey was walked from its start.
 */
export const backTo = async (url: string, steps: number): Promise<void> => {
  if (Taro.getCurrentPages().length > steps) await Taro.navigateBack({ delta: steps });
  else await Taro.redirectTo({ url });
};

/** Leaves a finished journey for a page above one of the tabs, so that the way back leads to that tab. */
export const openAboveTab = async (tab: string, url: string): Promise<void> => {
  await Taro.switchTab({ url: tab });
  await tabShown(tab);
  await Taro.navigateTo({ url });
};
