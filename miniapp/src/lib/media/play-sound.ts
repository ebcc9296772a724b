import Taro from '@tarojs/taro';

/**
 * Plays a recording, also when the phone is set to silent.
 *
 * @param onEnd at the end; `false` when it could not be played.
 * @returns ends it early; `onEnd` is not told then.
 */
export const playSound = (path: string, onEnd: (played: boolean) => void): (() => void) => {
  const player = Taro.createInnerAudioContext();
  player.obeyMuteSwitch = false;
  player.onEnded(() => {
    player.destroy();
    onEnd(true);
  });
  player.onError(() => {
    player.destroy();
    onEnd(false);
  });
  player.src = path;
  player.play();
  return () => player.destroy();
};
