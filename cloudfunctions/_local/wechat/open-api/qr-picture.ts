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

/** A QR code of `text`, `size` pixels wide and high, dark in `colour`; `isClear`: nothing behind it. */
export const qrPixels = (text: string, size: number, colour: Colour, isClear = false): Pixels => {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const modules = code.getModuleCount();
  const data = Buffer.alloc(size * size * 4);
  const module = size / (modules + 2 * MARGIN);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const row = Math.floor(y / module) - MARGIN;
      const column = Math.floor(x / module) - MARGIN;
      const isInside = row >= 0 && column >= 0 && row < modules && column < modules;
      const isDark = isInside && code.isDark(row, column);
      const { r, g, b } = isDark ? colour : { r: 255, g: 255, b: 255 };
      data.set([r, g, b, isDark || !isClear ? 255 : 0], (y * size + x) * 4);
    }
  }
  return { width: size, height: size, data };
};

export const jpegPicture = (pixels: Pixels): Picture =>
  new Picture('image/jpeg', jpeg.encode({ ...pixels }, 90).data);

export const pngPicture = ({ width, height, data }: Pixels): Picture => {
  const png = new PNG({ width, height });
  data.copy(png.data);
  return new Picture('image/png', PNG.sync.write(png));
};
