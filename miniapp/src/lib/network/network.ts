import Taro from '@tarojs/taro';

/** Whether the phone has a network; a weak one counts. */
export const isOnline = async (): Promise<boolean> => {
  const { networkType } = await Taro.getNetworkType();
  return networkType !== 'none';
};

/** Calls back each time the network has returned. */
export const whenOnlineAgain = (run: () => void): void =>
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) run();
  });
