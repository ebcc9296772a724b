import type { Strokes } from './order.schema';

/** Fewer points than this, or a smaller mark, is a slip of the finger and no name. */
const MIN_POINTS = 12;
const MIN_WIDTH_PIXELS = 30;

/** Whether strokes on the pad can be a name at all. Source: domain R26. */
export const isWrittenName = (strokes: Strokes): boolean => {
  const points = strokes.flat();
  const across = points.map(([x]) => x);
  return points.length >= MIN_POINTS && Math.max(...across) - Math.min(...across) >= MIN_WIDTH_PIXELS;
};
