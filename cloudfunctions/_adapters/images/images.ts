import { fileKindOf, type FileKind } from '../../_core/file-kind';
import {
  LONGEST_SIDE,
  type CleanImage,
  type ImagePort,
  type NotAPhoto,
  type RefusedImage,
} from '../../_core/ports/images';
import { readHead, type PictureHead } from './picture-heads';
import { shrunk, upright, type Decoder, type Pixels } from './pixels';

/**
 * Larger pictures are refused before they are decoded: 50 megapixels of JPEG and 25 of PNG take up to 500 MB, half of
 * what a function has.
 */
const MAX_PIXELS: Readonly<Record<PhotoKind, number>> = {
  jpeg: 50_000_000,
  png: 25_000_000,
  webp: 50_000_000,
};
const JPEG_QUALITY = 85;

type PhotoKind = keyof typeof readHead;
const isPhoto = (kind: FileKind): kind is PhotoKind => kind in readHead;

const decoders: Readonly<Record<PhotoKind, () => Promise<Decoder>>> = {
  jpeg: async () => (await import('./decode-jpeg')).jpegDecoder(),
  png: async () => (await import('./decode-png')).pngDecoder,
  webp: async () => (await import('./decode-webp')).webpDecoder(),
};

const refused = (reason: NotAPhoto): RefusedImage => ({ ok: false, reason });

const encoded = async (pixels: Pixels): Promise<CleanImage> => {
  const { width, height, data } = pixels;
  const jpeg = await import('jpeg-js');
  const { data: bytes } = jpeg.default.encode({ width, height, data }, JPEG_QUALITY);
  return { ok: true, bytes, width, height };
};

const faultOf = (kind: PhotoKind, head: PictureHead): NotAPhoto | undefined => {
  if (head.width === 0 || head.height === 0) return 'damaged';
  if (head.width * head.height > MAX_PIXELS[kind]) return 'tooManyPixels';
  if (head.isAnimated === true) return 'animated';
  return head.isForPrinting === true ? 'forPrinting' : undefined;
};

const clean = async (bytes: Buffer): Promise<CleanImage | RefusedImage> => {
  const kind = fileKindOf(bytes);
  if (!isPhoto(kind)) return refused(kind);
  const head = readHead[kind](bytes);
  const fault = head ? faultOf(kind, head) : 'damaged';
  if (!head || fault) return refused(fault ?? 'damaged');
  const decode = await decoders[kind]();
  // A decoder that gives up means: no photo that can be read.
  const pixels = await decode(bytes, head).catch(() => undefined);
  if (!pixels) return refused('damaged');
  return encoded(upright(shrunk(pixels, LONGEST_SIDE), head.orientation));
};

/**
 * JPEG, PNG and WebP by their content; everything is written anew as JPEG without metadata. The decoders are
 * WebAssembly in packages without install scripts, loaded at the first photo.
 */
export const createImages = (): ImagePort => ({ clean });
