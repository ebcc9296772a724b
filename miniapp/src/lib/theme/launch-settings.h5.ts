import { addressValue } from '../address/address.h5';
import type { LaunchSettings } from './launch-settings';

/** `?text=1.75` and `?theme=dark` in the address; otherwise the browser decides. */
export const launchSettings = (): LaunchSettings => {
  const theme = addressValue('theme');
  return {
    textFactor: Number(addressValue('text') ?? 1) || 1,
    ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
  };
};
