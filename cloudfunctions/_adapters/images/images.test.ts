import { deflateSync } from 'node:zlib';
import webpEncoder from '@jsquash/webp/codec/enc/webp_enc.js';
import { defaultOptions } from '@jsquash/webp/meta.js';
import fc from 'fast-check';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { codec, type Factory } from './codec';
import { createImages } from './images';

interface WebpEncoder {
  encode(data: Buffer, width: number, height: number, options: object): Uint8Array;
}

const images = createImages();

/** Red above, blue below, so that it shows which way is up. */
const pixelsOf = (width: number, height: number, alpha = 255): Buffer => {
  const data = Buffer.alloc(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const isAbove = pixel < (width * height) / 2;
    data.writeUInt32BE(((isAbove ? 0xd0000000 : 0x0000d000) | alpha) >>> 0, pixel * 4);
  }
  return data;
};
const jpegOf = (width: number, height: number): Buffer =>
  jpeg.encode({ width, height, data: pixelsOf(width, height) }, 90).data;
const pngOf = (width: number, height: number, alpha?: number): Buffer => {
  const png = new PNG({ width, height });
  png.data = pixelsOf(width, height, alpha);
  return PNG.sync.write(png);
};

/** An EXIF segment with a place and an orientation, as a phone writes it. */
const exif = (orientation: number): Buffer => {
  const content = Buffer.from(
    'Exif\0\0II*\0\x08\0\0\0\x01\0............\0\0\0\0GPS 26.3567N 117.2018E',
    'latin1',
  );
  Buffer.from([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]).copy(content, 16);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};
const withExif = (photo: Buffer, segment: Buffer): Buffer =>
  Buffer.concat([photo.subarray(0, 2), segment, photo.subarray(2)]);

const opened = async (bytes: Buffer) => {
  const cleaned = await images.clean(bytes);
  if (!cleaned.ok) throw new Error(cleaned.reason);
  const { width, height, data } = jpeg.decode(cleaned.bytes);
  expect([width, height]).toEqual([cleaned.width, cleaned.height]);
  const colour = (x: number, y: number): string => {
    const [red = 0, green = 0, blue = 0] = data.subarray((y * width + x) * 4);
    if (red > 150 && blue > 150 && green > 150) return 'white';
    return red > blue ? 'red' : 'blue';
  };
  return { bytes: cleaned.bytes, width, height, colour };
};
const reasonFor = async (bytes: Buffer): Promise<string> => {
  const cleaned = await images.clean(bytes);
  return cleaned.ok ? 'accepted' : cleaned.reason;
};

describe('a photo', () => {
  it('is kept as JPEG without what the phone wrote into it', async () => {
    const taken = withExif(jpegOf(64, 48), exif(1));
    expect(taken.includes('GPS')).toBe(true);
    const { bytes, width, height, colour } = await opened(taken);
    expect([width, height, colour(32, 4), colour(32, 44)]).toEqual([64, 48, 'red', 'blue']);
    expect(bytes.includes('Exif') || bytes.includes('GPS')).toBe(false);
  });

  it.each([
    [1, 64, 48, 'red', 'blue', 'same'],
    [3, 64, 48, 'blue', 'red', 'upside down'],
    [4, 64, 48, 'blue', 'red', 'mirrored upside down'],
    [6, 48, 64, 'across', 'across', 'lying'],
    [8, 48, 64, 'across', 'across', 'lying the other way'],
  ])('stands upright when its orientation is %i', async (orientation, wide, high, above, below) => {
    const { width, height, colour } = await opened(withExif(jpegOf(64, 48), exif(orientation)));
    expect([width, height]).toEqual([wide, high]);
    if (above !== 'across') expect([colour(32, 4), colour(32, 44)]).toEqual([above, below]);
    // What was above is now at the right (6) or at the left (8).
    else
      expect([colour(4, 32), colour(44, 32)]).toEqual(orientation === 6 ? ['blue', 'red'] : ['red', 'blue']);
  });

  it('is taken as it is when its EXIF is broken', async () => {
    for (const cut of [8, 12, 16, 20, 30]) {
      const segment = exif(6).subarray(0, cut);
      segment.writeUInt16BE(segment.length - 2, 2);
      expect((await opened(withExif(jpegOf(64, 48), segment))).width).toBe(64);
    }
  });

  it('is made smaller when its long side is over 2,400 pixels, and never larger', async () => {
    const { width, height, colour } = await opened(jpegOf(2500, 1250));
    expect([width, height, colour(1200, 50), colour(1200, 1150)]).toEqual([2400, 1200, 'red', 'blue']);
    expect(await opened(jpegOf(2400, 10))).toMatchObject({ width: 2400, height: 10 });
    expect(await opened(jpegOf(5000, 1))).toMatchObject({ width: 2400, height: 1 });
  });

  it('may be a PNG, whose transparent parts become paper', async () => {
    const plain = await opened(pngOf(64, 48));
    expect([plain.colour(32, 4), plain.colour(32, 44)]).toEqual(['red', 'blue']);
    const clear = await opened(pngOf(64, 48, 0));
    expect([clear.colour(32, 4), clear.colour(32, 44)]).toEqual(['white', 'white']);
  });

  it('may be a WebP', async () => {
    const encoder = await codec(
      webpEncoder as Factory<WebpEncoder>,
      (require as unknown as NodeJS.Require).resolve('@jsquash/webp/codec/enc/webp_enc.wasm'),
    )();
    const { done } = encoder(({ encode }) => encode(pixelsOf(64, 48), 64, 48, defaultOptions));
    const webp = Buffer.from(done);
    const { width, height, colour } = await opened(webp);
    expect([width, height, colour(32, 4), colour(32, 44)]).toEqual([64, 48, 'red', 'blue']);
    expect(await reasonFor(webp.subarray(0, webp.length / 2))).toBe('damaged');
    const moving = Buffer.from(webp);
    moving.write('VP8X', 12, 'latin1');
    moving[20] = 0x02;
    moving.fill(1, 24, 30);
    moving[26] = moving[29] = 0;
    expect(await reasonFor(moving)).toBe('animated');
  });
});

/** The photo with other measures in its head. */
const claiming = (photo: Buffer, width: number, height: number): Buffer => {
  const changed = Buffer.from(photo);
  const frame = changed.indexOf(Buffer.from([0xff, 0xc0]));
  changed.writeUInt16BE(height, frame + 5);
  changed.writeUInt16BE(width, frame + 7);
  return changed;
};

describe('no photo that can be kept', () => {
  const photo = jpegOf(640, 480);
  const screenshot = pngOf(640, 480);

  it.each([
    ['a JPEG of which half arrived', photo.subarray(0, photo.length / 2), 'damaged'],
    ['the head of a JPEG alone', photo.subarray(0, 60), 'damaged'],
    ['a JPEG with noise in it', Buffer.from(photo).fill(0xa5, 700, 900), 'damaged'],
    ['a JPEG without measures', claiming(photo, 0, 0), 'damaged'],
    ['a PNG of which half arrived', screenshot.subarray(0, screenshot.length / 2), 'damaged'],
    ['the head of a PNG alone', screenshot.subarray(0, 20), 'damaged'],
    ['a JPEG of 4,225 megapixels', claiming(photo, 65_000, 65_000), 'tooManyPixels'],
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['a program called .jpg', Buffer.from('4d5a90000300', 'hex'), 'program'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'pdf'],
  ])('%s is refused', async (_what, bytes, reason) => {
    expect(await reasonFor(bytes)).toBe(reason);
  });

  it.each([0, 1])(
    'a PNG (interlaced: %i) that unfolds to a thousand times its size is refused',
    async (interlaced) => {
      const chunk = (name: string, content: Buffer): Buffer => {
        const whole = Buffer.alloc(content.length + 12);
        whole.writeUInt32BE(content.length);
        whole.write(name, 4, 'latin1');
        content.copy(whole, 8);
        whole.writeUInt32BE(crc(whole.subarray(4, -4)), whole.length - 4);
        return whole;
      };
      const head = Buffer.from([0, 0, 0, 16, 0, 0, 0, 16, 8, 6, 0, 0, interlaced]);
      const bomb = Buffer.concat([
        screenshot.subarray(0, 8),
        chunk('IHDR', head),
        chunk('IDAT', deflateSync(Buffer.alloc(64 * 1024 * 1024))),
        chunk('IEND', Buffer.alloc(0)),
      ]);
      const before = process.memoryUsage().rss;
      expect(await reasonFor(bomb)).toBe('damaged');
      expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
    },
  );

  it('never fails in another way, whatever bytes follow a known beginning', async () => {
    const beginnings = [photo, screenshot, Buffer.from('RIFF\x24\0\0\0WEBPVP8X\0\0\0\0', 'latin1')];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...beginnings),
        fc.integer({ min: 16, max: 600 }),
        fc.uint8Array({ maxLength: 60 }),
        async (start, at, noise) => {
          const spoiled = Buffer.concat([
            start.subarray(0, at),
            Buffer.from(noise),
            start.subarray(at + noise.length),
          ]);
          expect(['accepted', 'damaged', 'tooManyPixels', 'animated', 'forPrinting']).toContain(
            await reasonFor(spoiled),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Source: PNG specification, annex D. */
const crc = (bytes: Buffer): number => {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
};
