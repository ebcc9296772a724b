import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import jsQR from 'jsqr';
import jpeg from 'jpeg-js';

/** The text of each page of a PDF, its pieces parted by `|`. */
export const pdfText = (bytes: Buffer): string[] =>
  JSON.parse(
    execFileSync(process.execPath, [join(__dirname, 'read-pdf.mjs')], { input: bytes, encoding: 'utf8' }),
  ) as string[];

/** What a camera reads from the first JPEG in a PDF, which keeps pictures as they came; undefined: no code. */
export const scannedFrom = (bytes: Buffer): string | undefined => {
  const from = bytes.indexOf(Buffer.from([0xff, 0xd8, 0xff]));
  const to = bytes.indexOf('endstream', from);
  if (from < 0 || to < 0) return undefined;
  const { width, height, data } = jpeg.decode(bytes.subarray(from, to));
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
};
