import jsQR from 'jsqr';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { z } from '../../../../shared/zod';
import { type LocalRequest, type LocalResponse } from '../../wechat-side';
import { refusal } from '../answers';
import { pngPicture, qrPixels, type Pixels } from './qr-picture';

/**
 * Sample cards carry what is printed on them as a QR code, so that a photograph of one, shrunk or compressed again, can
 * still be read: nobody's real card ever needs to be tried.
 *
 *   `GET /_local/wechat/cards/idcard.png?name=&id=&addr=&gender=&nationality=`
 *   `GET /_local/wechat/cards/bankcard.png?number=`
 */
const filled = z.string().check(z.minLength(1), z.maxLength(100));
/** What may be read badly of a real card, or not at all. */
const readable = z.string().check(z.maxLength(100));
const idCard = z.object({
  card: z.literal('idcard'),
  name: readable,
  id: readable,
  addr: filled,
  gender: z.enum(['男', '女']),
  nationality: filled,
});
const bankCard = z.object({ card: z.literal('bankcard'), number: z.string().check(z.regex(/^\d{12,19}$/)) });
const sampleCard = z.discriminatedUnion('card', [idCard, bankCard]);
export type SampleCard = z.infer<typeof sampleCard>;

const WIDTH = 640;
const HEIGHT = 400;
const CODE = 360;
const PAPER = { idcard: [214, 232, 240], bankcard: [176, 40, 48] } as const;

const drawCard = (card: SampleCard): Pixels => {
  const data = Buffer.alloc(WIDTH * HEIGHT * 4, Buffer.from([...PAPER[card.card], 255]));
  const code = qrPixels(JSON.stringify(card), CODE, { r: 0, g: 0, b: 0 });
  const left = WIDTH - CODE - 20;
  const top = (HEIGHT - CODE) / 2;
  for (let row = 0; row < CODE; row += 1) {
    code.data.copy(data, ((top + row) * WIDTH + left) * 4, row * CODE * 4, (row + 1) * CODE * 4);
  }
  return { width: WIDTH, height: HEIGHT, data };
};

/** `undefined` when the bytes are no JPEG or PNG picture. */
export const pixelsOf = (bytes: Buffer): Pixels | undefined => {
  try {
    if (bytes.subarray(0, 3).toString('hex') === 'ffd8ff') {
      const { width, height, data } = jpeg.decode(bytes, { maxResolutionInMP: 50 });
      return { width, height, data: Buffer.from(data) };
    }
    return PNG.sync.read(bytes);
  } catch {
    return undefined;
  }
};

/** What a picture of a sample card says; `undefined` when there is none in it. */
export const readCard = ({ data, width, height }: Pixels): SampleCard | undefined => {
  const found = jsQR(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' });
  if (!found) return undefined;
  try {
    return sampleCard.safeParse(JSON.parse(found.data)).data;
  } catch {
    return undefined;
  }
};

export const cardDoor = (request: LocalRequest): LocalResponse => {
  const kind = /\/([a-z]+)\.png$/.exec(request.path)?.[1];
  const card = sampleCard.safeParse({ ...Object.fromEntries(request.query), card: kind });
  if (!card.success) return refusal(400, 'INVALID_CARD', '卡面信息不完整或不正确');
  const { contentType, bytes } = pngPicture(drawCard(card.data));
  return { status: 200, headers: { 'content-type': contentType, 'cache-control': 'no-store' }, body: bytes };
};
