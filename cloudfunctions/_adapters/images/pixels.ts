/** A decoded picture. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Throws for what is broken off or broken. Used once: it may keep much memory. */
export type Decoder = (
  bytes: Buffer,
  size: { readonly width: number; readonly height: number },
) => Promise<Pixels>;

/** Where the edges of `count` equal parts of a length lie; no part is empty. */
const edges = (length: number, count: number): Uint32Array =>
  Uint32Array.from({ length: count + 1 }, (_, part) => Math.floor((part * length) / count));

/**
 * A copy whose longer side has at most `longest` pixels: each is the mean of those it stands for. What is transparent
 * becomes white, as on paper.
 */
export const shrunk = ({ width, height, data }: Pixels, longest: number): Pixels => {
  const share = Math.min(1, longest / Math.max(width, height));
  const across = Math.max(1, Math.round(width * share));
  const down = Math.max(1, Math.round(height * share));
  const columns = edges(width, across);
  const rows = edges(height, down);
  const out = new Uint8Array(across * down * 4);
  const at = (list: Uint32Array, index: number): number => list[index] ?? 0;
  let to = 0;
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      let [red, green, blue, count] = [0, 0, 0, 0];
      for (let y = at(rows, row); y < at(rows, row + 1); y += 1) {
        const end = (y * width + at(columns, column + 1)) * 4;
        for (let from = (y * width + at(columns, column)) * 4; from < end; from += 4) {
          const ink = data[from + 3] ?? 255;
          const paper = 255 * (255 - ink);
          red += (data[from] ?? 0) * ink + paper;
          green += (data[from + 1] ?? 0) * ink + paper;
          blue += (data[from + 2] ?? 0) * ink + paper;
          count += 255;
        }
      }
      out[to] = red / count;
      out[to + 1] = green / count;
      out[to + 2] = blue / count;
      out[to + 3] = 255;
      to += 4;
    }
  }
  return { width: across, height: down, data: out };
};

/**
 * How the stored picture is turned and mirrored to stand upright: its axes swapped, then left and right, then top and
 * bottom exchanged. Source: Exif 2.3, tag 0x0112.
 */
const TURNS: Readonly<Record<number, readonly [swap: boolean, flipX: boolean, flipY: boolean]>> = {
  2: [false, true, false],
  3: [false, true, true],
  4: [false, false, true],
  5: [true, false, false],
  6: [true, true, false],
  7: [true, true, true],
  8: [true, false, true],
};

/** The picture as it was seen when it was taken. */
export const upright = (pixels: Pixels, orientation: number): Pixels => {
  const turn = TURNS[orientation];
  if (!turn) return pixels;
  const [swap, flipX, flipY] = turn;
  const [width, height] = swap ? [pixels.height, pixels.width] : [pixels.width, pixels.height];
  const stored = new Uint32Array(Uint8Array.from(pixels.data).buffer);
  const seen = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const alongX = flipX ? width - 1 - x : x;
      const alongY = flipY ? height - 1 - y : y;
      const from = swap ? alongX * pixels.width + alongY : alongY * pixels.width + alongX;
      seen[y * width + x] = stored[from] ?? 0;
    }
  }
  return { width, height, data: new Uint8Array(seen.buffer) };
};
