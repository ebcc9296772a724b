import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import qrcode from 'qrcode-generator';
import { Picture } from './open-api-answer';

/** White around the code, in modules. */
const MARGIN = 4;

export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA. */
  readonly data: Buffer;
}

// The library takes a character for a byte unless told otherwise.
qrcode.stringToBytes = (text) => [...Buffer.from(text, 'utf8')];

const pixel = ({ r, g, b }: Colour, alpha: number): number => Buffer.from([r, g, b, alpha]).readUInt32LE();

/** A QR code of `text`, `size` pixels wide and high, dark in `colour`; `isClear`: nothing behind it. */
export const qrPixels = (text: string, size: number, colour: Colour, isClear = false): Pixels => {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const modules = code.getModuleCount();
  const width = size / (modules + 2 * MARGIN);
  const ink = pixel(colour, 255);
  const paper = pixel({ r: 255, g: 255, b: 255 }, isClear ? 0 : 255);
  const moduleAt = Array.from({ length: size }, (_, at) => Math.floor(at / width) - MARGIN);
  const isInside = (module: number): boolean => module >= 0 && module < modules;

  const pixels = new Uint32Array(size * size).fill(paper);
  moduleAt.forEach((row, y) => {
    if (!isInside(row)) return;
    if (y > 0 && moduleAt[y - 1] === row) {
      pixels.copyWithin(y * size, (y - 1) * size, y * size);
      return;
    }
    moduleAt.forEach((column, x) => {
      if (isInside(column) && code.isDark(row, column)) pixels[y * size + x] = ink;
    });
  });
  return { width: size, height: size, data: Buffer.from(pixels.buffer) };
};

export const jpegPicture = (pixels: Pixels): Picture =>
  new Picture('image/jpeg', jpeg.encode({ ...pixels }, 90).data);

export const pngPicture = ({ width, height, data }: Pixels): Picture => {
  const png = new PNG({ width, height });
  data.copy(png.data);
  return new Picture('image/png', PNG.sync.write(png, { filterType: 0 }));
};
