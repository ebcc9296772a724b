import { inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import type { Decoder } from './pixels';

const CHUNKS = 8;
/** Bytes of a pixel at its largest: four channels of 16 bits. */
const PIXEL_BYTES = 8;

/** The compressed parts of the picture. Source: PNG specification, 5.3. */
const compressedIn = (bytes: Buffer): Buffer => {
  const parts: Buffer[] = [];
  for (let at = CHUNKS; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
    }
  }
  return Buffer.concat(parts);
};

/** The library counts what it inflates, but not where a picture is interlaced: then it is counted here. */
const refuseBomb = (bytes: Buffer, width: number, height: number): void => {
  const isInterlaced = bytes[28] === 1;
  if (isInterlaced) {
    inflateSync(compressedIn(bytes), { maxOutputLength: (width * PIXEL_BYTES + 1) * height * 2 + 1024 });
  }
};

/** The decoder of pngjs. */
export const pngDecoder: Decoder = async (bytes, { width, height }) => {
  refuseBomb(bytes, width, height);
  return PNG.sync.read(bytes);
};
