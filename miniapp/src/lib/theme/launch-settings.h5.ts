import { addressValue } from '../address/address.h5';
import type { LaunchSettings } from './launch-settings';

/** `?text=1.75` and `?theme=dark` in the address; otherwise the browser decides. */
export const launchSettings = (): LaunchSettings => {
  const theme = addressValue('theme');
  // The tab bar stands outside every page's root.
  if (theme === 'light' || theme === 'dark') document.body.classList.add(`theme-${theme}`);
  return {
    textFactor: Number(addressValue('text') ?? 1) || 1,
    ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
  };
};
