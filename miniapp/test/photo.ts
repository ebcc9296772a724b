/** A photo as a phone takes it: a small JPEG that says in its EXIF where it was taken. */
import { encode } from 'jpeg-js';

/** Where and how the photo was taken; a cloud that keeps any of it has kept too much. */
const madeBy = 'Test Phone';
/** Degrees, minutes, seconds. */
const latitude = [28, 11, 47];
const longitude = [113, 2, 15];

const ascii = 2;
const short = 3;
const long = 4;
const rational = 5;

interface Entry {
  tag: number;
  type: number;
  count: number;
  /** Four bytes or fewer stand in the entry itself, more behind the directory. */
  data: Buffer;
}

const text = (tag: number, value: string): Entry => {
  const data = Buffer.from(`${value}\0`, 'latin1');
  return { tag, type: ascii, count: data.length, data };
};
const number = (tag: number, type: number, value: number): Entry => {
  const data = Buffer.alloc(4);
  if (type === short) data.writeUInt16LE(value);
  else data.writeUInt32LE(value);
  return { tag, type, count: 1, data };
};
const rationals = (tag: number, values: readonly number[]): Entry => {
  const data = Buffer.alloc(values.length * 8);
  values.forEach((value, index) => {
    data.writeUInt32LE(value, index * 8);
    data.writeUInt32LE(1, index * 8 + 4);
  });
  return { tag, type: rational, count: values.length, data };
};

/** One TIFF directory at an offset from the TIFF header. */
function directory(entries: readonly Entry[], offset: number): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  head.writeUInt16LE(entries.length);
  const behind: Buffer[] = [];
  let next = offset + head.length;
  entries.forEach(({ tag, type, count, data }, index) => {
    const at = 2 + index * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    if (data.length <= 4) {
      data.copy(head, at + 8);
      return;
    }
    head.writeUInt32LE(next, at + 8);
    behind.push(data);
    next += data.length;
  });
  return Buffer.concat([head, ...behind]);
}

function exif(): Buffer {
  const header = Buffer.from([0x49, 0x49, 0x2a, 0x00, 8, 0, 0, 0]);
  const first = (place: number) =>
    directory([text(0x010f, madeBy), number(0x0112, short, 6), number(0x8825, long, place)], header.length);
  const placeAt = header.length + first(0).length;
  const place = directory(
    [text(0x0001, 'N'), rationals(0x0002, latitude), text(0x0003, 'E'), rationals(0x0004, longitude)],
    placeAt,
  );
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), header, first(placeAt), place]);
  const marker = Buffer.from([0xff, 0xe1, 0, 0]);
  marker.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([marker, body]);
}

/** Rows that differ from one another; further down they come again. */
const DIFFERENT_ROWS = 64;

/** Light and dark as chance would have it, the same each time: no colour channel leaves 0–255. */
function grained(data: Buffer, pixels: number, grain: number, seed: number): void {
  let chance = seed + 1;
  for (let at = 0; at < pixels * 4; at += 4) {
    chance = (chance * 48_271) % 2_147_483_647;
    const light = grain === 0 ? 0 : (chance % grain) - grain / 2;
    for (let channel = at; channel < at + 3; channel += 1) {
      const lit = (data[channel] ?? 0) + light;
      data[channel] = lit < 0 ? 0 : lit > 255 ? 255 : lit;
    }
  }
}

/** A picture of one colour (0xRRGGBB), with as much grain (0–255) as a sensor gives it; maker, orientation and GPS in its EXIF. */
export function photo({ colour = 0x0b6e5b, width = 64, height = 48, grain = 0 } = {}): Uint8Array {
  const rows = height < DIFFERENT_ROWS ? height : DIFFERENT_ROWS;
  const top = Buffer.alloc(width * rows * 4);
  for (let pixel = 0; pixel < width * rows; pixel += 1) {
    top.writeUInt32BE(((colour << 8) | 0xff) >>> 0, pixel * 4);
  }
  grained(top, width * rows, grain, colour);
  const data = Buffer.alloc(width * height * 4, top);
  const plain = encode({ data, width, height }, 80).data;
  const startOfImage = plain.subarray(0, 2);
  return Buffer.concat([startOfImage, exif(), plain.subarray(2)]);
}
