import type { FileKind } from '../file-kind';

/** A photo made safe to keep: decoded and encoded anew, so that EXIF, GPS and anything hidden behind it are gone. */
export interface CleanImage {
  readonly ok: true;
  /** JPEG, upright, at most `LONGEST_SIDE` pixels long. */
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Why bytes are no photo that can be kept: another kind of file, or a photo that cannot be opened. */
export type NotAPhoto =
  | Exclude<FileKind, 'jpeg' | 'png' | 'webp'>
  /** Broken off, or not what its beginning says. */
  | 'damaged'
  /** More than 50 megapixels, by what it says of itself: it is never opened. */
  | 'tooManyPixels'
  /** Moves. */
  | 'animated'
  /** A JPEG for printing presses (CMYK). */
  | 'forPrinting';

export interface RefusedImage {
  readonly ok: false;
  readonly reason: NotAPhoto;
}

/** Longest side of a kept photo, in pixels: a page of A4 at 200 dots per inch. */
export const LONGEST_SIDE = 2400;

export interface ImagePort {
  /** Never throws for what the bytes are. */
  clean(bytes: Buffer): Promise<CleanImage | RefusedImage>;
}
