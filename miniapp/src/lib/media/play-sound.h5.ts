import { openFile } from './open-file.h5';

/** The browser's side of `playSound`. */
export const playSound = (path: string, onEnd: (played: boolean) => void): (() => void) => {
  const player = new Audio();
  let isOver = false;
  const end = (played: boolean) => {
    if (isOver) return;
    isOver = true;
    onEnd(played);
  };
  player.addEventListener('ended', () => end(true));
  openFile(path)
    .then((sound) => {
      if (isOver) return undefined;
      player.src = URL.createObjectURL(sound);
      return player.play();
    })
    .catch(() => end(false));
  return () => {
    isOver = true;
    player.pause();
  };
};
