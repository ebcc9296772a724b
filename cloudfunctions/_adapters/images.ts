import type { CleanImage, ImagePort } from '../_core/ports/images';

/** Larger pictures are refused before they are decoded: 50 megapixels take 200 MB as plain pixels. */
const MAX_MEGAPIXELS = 50;
const JPEG_QUALITY = 85;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA. */
  readonly data: Buffer;
}

const isJpeg = (bytes: Buffer): boolean => bytes.length > 3 && bytes.readUIntBE(0, 3) === 0xffd8ff;
const isPng = (bytes: Buffer): boolean => bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a';

const pngSizeIsFine = (bytes: Buffer): boolean =>
  bytes.length > 24 && bytes.readUInt32BE(16) * bytes.readUInt32BE(20) <= MAX_MEGAPIXELS * 1_000_000;

const decode = async (bytes: Buffer): Promise<Pixels | undefined> => {
  if (isJpeg(bytes)) {
    const jpeg = await import('jpeg-js');
    const { width, height, data } = jpeg.default.decode(bytes, {
      useTArray: false,
      maxResolutionInMP: MAX_MEGAPIXELS,
      maxMemoryUsageInMB: 512,
    });
    return { width, height, data };
  }
  if (isPng(bytes) && pngSizeIsFine(bytes)) {
    const { PNG } = await import('pngjs');
    const { width, height, data } = PNG.sync.read(bytes);
    return { width, height, data };
  }
  return undefined;
};

/** The orientation that the camera only noted in EXIF: 1 when there is none. Source: Exif 2.3, tag 0x0112. */
const orientationOf = (bytes: Buffer): number => {
  const exif = bytes.indexOf('Exif\0\0', 0, 'latin1');
  if (!isJpeg(bytes) || exif < 0 || exif > 65_536) return 1;
  const tiff = exif + 6;
  const little = bytes.toString('latin1', tiff, tiff + 2) === 'II';
  const u16 = (at: number): number => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const u32 = (at: number): number => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const directory = tiff + u32(tiff + 4);
  for (let entry = 0; entry < u16(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (u16(at) === 0x0112) return u16(at + 8);
  }
  return 1;
};

/** Where a pixel of the upright picture stands in the stored one. Only turns; cameras do not mirror. */
const SOURCES: Readonly<
  Record<number, (x: number, y: number, width: number, height: number) => [number, number]>
> = {
  3: (x, y, width, height) => [width - 1 - x, height - 1 - y],
  6: (x, y, _width, height) => [y, height - 1 - x],
  8: (x, y, width) => [width - 1 - y, x],
};

const upright = (pixels: Pixels, orientation: number): Pixels => {
  const source = SOURCES[orientation];
  if (!source) return pixels;
  const { width, height, data } = pixels;
  const turned = orientation === 3 ? { width, height } : { width: height, height: width };
  const out = Buffer.allocUnsafe(data.length);
  for (let y = 0; y < turned.height; y += 1) {
    for (let x = 0; x < turned.width; x += 1) {
      const [fromX, fromY] = source(x, y, width, height);
      out.writeUInt32BE(data.readUInt32BE((fromY * width + fromX) * 4), (y * turned.width + x) * 4);
    }
  }
  return { ...turned, data: out };
};

const clean = async (bytes: Buffer): Promise<CleanImage | undefined> => {
  try {
    const decoded = await decode(bytes);
    if (!decoded) return undefined;
    const pixels = upright(decoded, orientationOf(bytes));
    const jpeg = await import('jpeg-js');
    const encoded = jpeg.default.encode(pixels, JPEG_QUALITY);
    return { bytes: encoded.data, width: pixels.width, height: pixels.height };
  } catch {
    // A decoder that gives up means: no photo that can be read.
    return undefined;
  }
};

/** JPEG and PNG by their content, in plain JavaScript; everything is written anew as JPEG without metadata. */
export const createImages = (): ImagePort => ({ clean });
