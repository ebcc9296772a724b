/** What a picture says of itself before anything is decoded. */
export interface PictureHead {
  readonly width: number;
  readonly height: number;
  /** How the camera was held, 1 to 8; 1 is upright. */
  readonly orientation: number;
  readonly isAnimated?: boolean;
  readonly isForPrinting?: boolean;
}

/** The orientation in an EXIF segment; 1 when it cannot be read. Source: Exif 2.3, tag 0x0112. */
const orientationIn = (segment: Buffer): number => {
  if (segment.length < 20 || segment.toString('latin1', 0, 6) !== 'Exif\0\0') return 1;
  const tiff = segment.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return 1;
  const entries = Math.min(u16(directory), Math.floor((tiff.length - directory - 2) / 12));
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (u16(at) === 0x0112) return u16(at + 8);
  }
  return 1;
};

/** A frame's head: SOF0 to SOF15 without the three numbers that mean something else. Source: ITU T.81, table B.1. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Undefined when no frame's head is found. */
const jpegHead = (bytes: Buffer): PictureHead | undefined => {
  let orientation = 1;
  let at = 2;
  while (at + 10 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const length = bytes.readUInt16BE(at + 2);
    if (isFrame(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return { width, height, orientation, isForPrinting: bytes[at + 9] === 4 };
    }
    if (marker === 0xe1)
      orientation = Math.max(orientation, orientationIn(bytes.subarray(at + 4, at + 2 + length)));
    // A marker may be preceded by any number of 0xff.
    at += marker === 0xff ? 1 : 2 + length;
  }
  return undefined;
};

const pngHead = (bytes: Buffer): PictureHead | undefined =>
  bytes.length < 33
    ? undefined
    : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), orientation: 1 };

/** Source: WebP Container Specification; RFC 6386, 9.1. */
const webpHead = (bytes: Buffer): PictureHead | undefined => {
  if (bytes.length < 30) return undefined;
  const size = (width: number, height: number) => ({ width, height, orientation: 1 });
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X': {
      const isAnimated = ((bytes[20] ?? 0) & 0x02) !== 0;
      return { ...size(1 + bytes.readUIntLE(24, 3), 1 + bytes.readUIntLE(27, 3)), isAnimated };
    }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return size(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff));
    }
    case 'VP8 ':
      return size(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
    default:
      return undefined;
  }
};

/** Undefined when the head cannot be read. */
export const readHead = { jpeg: jpegHead, png: pngHead, webp: webpHead } as const;
