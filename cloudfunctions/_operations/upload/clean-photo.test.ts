import { WANG } from '../../../shared/testing/cast';
import { jpegPhoto } from '../../_tools/testing/claims';
import { setStage, type Stage } from '../../_tools/testing/stage';
import { cleanPhoto } from './clean-photo';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const box = (brand: string): Buffer => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1`, 'latin1');
const zip = (name: string): Buffer => Buffer.from(`PK\x03\x04${'\0'.repeat(26)}${name}`, 'latin1');
/** A JPEG that says it has 64,000 by 64,000 pixels. */
const bomb = (): Buffer => {
  const bytes = Buffer.from(jpegPhoto(1));
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.fill(0xfa, frame + 5, frame + 9);
  return bytes;
};

const KINDS: readonly (readonly [what: string, bytes: Buffer, code: string, advice: RegExp])[] = [
  ['HEIC', box('heic'), 'PHOTO_NOT_IMAGE', /HEIC.*设置 → 相机 → 格式.*兼容性最佳.*截图/],
  ['AVIF', box('avif'), 'PHOTO_NOT_IMAGE', /AVIF.*截图/],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'PHOTO_NOT_IMAGE', /PDF.*截图/],
  ['a Word file', zip('[Content_Types].xml'), 'PHOTO_NOT_IMAGE', /文档.*截图/],
  ['an old Word file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'PHOTO_NOT_IMAGE', /文档.*截图/],
  ['a zip', zip('1.jpg'), 'PHOTO_NOT_IMAGE', /压缩包.*解压/],
  ['a GIF', Buffer.from('GIF89a'), 'PHOTO_NOT_IMAGE', /GIF.*截图/],
  ['a program called .jpg', Buffer.from('4d5a9000', 'hex'), 'PHOTO_NOT_IMAGE', /程序/],
  ['a film', box('mp42'), 'PHOTO_NOT_IMAGE', /视频/],
  ['a recording', Buffer.from('ID3\x04'), 'PHOTO_NOT_IMAGE', /录音/],
  ['nothing', Buffer.alloc(0), 'PHOTO_NOT_IMAGE', /空的/],
  ['half a photo', jpegPhoto(1).subarray(0, 400), 'PHOTO_NOT_IMAGE', /没有传完整/],
  ['far too many pixels', bomb(), 'PHOTO_TOO_LARGE', /尺寸太大/],
];

describe('an upload', () => {
  it.each(KINDS)('that is %s is refused with what to do', async (_what, bytes, code, advice) => {
    const fileId = await stage.workshop.ports.files.write('claims-inbox/upload.jpg', bytes);
    expect(await cleanPhoto(stage.workshop, fileId)).toEqual({
      ok: false,
      fault: { code, message: expect.stringMatching(advice) as string },
    });
  });

  it('that is a photo is given clean', async () => {
    const fileId = await stage.upload('photo.jpg', jpegPhoto(1), WANG.openid);
    expect(await cleanPhoto(stage.workshop, fileId)).toMatchObject({ ok: true, width: 24, height: 16 });
  });

  it('that never arrived is told apart from one that cannot be read', async () => {
    const { ports } = stage.workshop;
    const fileId = await ports.files.write('claims-inbox/gone.jpg', jpegPhoto(1));
    await ports.files.remove([fileId]);
    expect(await cleanPhoto(stage.workshop, fileId)).toEqual({ ok: false, fault: { code: 'PHOTO_MISSING' } });
  });
});
