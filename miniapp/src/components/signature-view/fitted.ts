import type { Stroke } from '../signature-pad/stroke';

interface Sheet {
  width: number;
  height: number;
  /** Left free on each side. */
  margin: number;
}

/** Strokes moved and shrunk, never stretched or bent, so that all of them lie on a sheet. */
export const fitted = (strokes: Stroke[], { width, height, margin }: Sheet): Stroke[] => {
  const points = strokes.flat();
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const scale = Math.min(
    1,
    (width - 2 * margin) / Math.max(1, wide),
    (height - 2 * margin) / Math.max(1, high),
  );
  const [offsetX, offsetY] = [(width - wide * scale) / 2, (height - high * scale) / 2];
  return strokes.map((stroke) =>
    stroke.map(([x, y, at]) => [offsetX + (x - left) * scale, offsetY + (y - top) * scale, at]),
  );
};
