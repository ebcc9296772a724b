/** The browser's side of `playSound`. */
export const playSound = (path: string, onEnd: (played: boolean) => void): (() => void) => {
  const player = new Audio(path);
  let isOver = false;
  const end = (played: boolean) => {
    if (isOver) return;
    isOver = true;
    onEnd(played);
  };
  player.addEventListener('ended', () => end(true));
  player.play().catch(() => end(false));
  return () => {
    isOver = true;
    player.pause();
  };
};
