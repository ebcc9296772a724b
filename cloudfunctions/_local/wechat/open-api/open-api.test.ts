import jsQR from 'jsqr';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { MINUTE_MS } from '../../../../shared/time/china-day';
import { startWechatBench, type WechatBench } from '../test-bench';

/** The open API through the real wx-server-sdk: pictures, codes and files cross its protobuf wire. */

const PAGES = ['pages/home/home', 'packages/buy/pages/plan/plan'];
const ENVIRONMENT: Readonly<Record<string, string>> = {
  TENCENTCLOUD_RUNENV: 'SCF',
  SCF_NAMESPACE: 'local',
  TCB_ENV: 'local',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'none',
  TENCENTCLOUD_SECRETKEY: 'none',
};

type Api = (parameters: object) => Promise<Record<string, unknown>>;
interface Apis {
  readonly wxacode: { readonly getUnlimited: Api; readonly get: Api };
  readonly phonenumber: { readonly getPhoneNumber: Api };
  readonly ocr: { readonly idcard: Api; readonly bankcard: Api };
  readonly subscribeMessage: { readonly send: Api };
}

let bench: WechatBench;
let before: NodeJS.ProcessEnv;
let openapi: Apis;

beforeAll(async () => {
  before = { ...process.env };
  bench = await startWechatBench({
    permissions: [
      'wxacode.getUnlimited',
      'wxacode.get',
      'phonenumber.getPhoneNumber',
      'ocr.idcard',
      'ocr.bankcard',
      'subscribeMessage.send',
    ],
    pages: PAGES,
  });
  Object.assign(process.env, ENVIRONMENT, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${bench.url}/admin` }),
  });
  const cloud = await import('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });
  openapi = cloud.openapi as unknown as Apis;
});
afterAll(async () => {
  process.env = before;
  await bench.close();
});

const refusedWith = (errCode: number): unknown => expect.objectContaining({ errCode });
const card = async (path: string): Promise<Buffer> => {
  const answer = await fetch(`${bench.url}/_local/wechat/cards/${path}`);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};

describe('wxacode.getUnlimited', () => {
  const read = (pixels: { width: number; height: number; data: Uint8Array }): string | undefined =>
    jsQR(new Uint8ClampedArray(pixels.data), pixels.width, pixels.height)?.data;

  it('answers a JPEG that a camera reads as the page with its scene', async () => {
    const scene = 'c=Kx7!#$&()*+,/:;=?@-._~p1';
    const answer = await openapi.wxacode.getUnlimited({ scene, page: PAGES[1] });
    expect(answer).toMatchObject({ contentType: 'image/jpeg', errCode: 0 });
    const picture = jpeg.decode(answer.buffer as Buffer);
    expect([picture.width, picture.height]).toEqual([430, 430]);
    expect(read(picture)).toBe(
      `${bench.url}/#/packages/buy/pages/plan/plan?scene=${encodeURIComponent(scene)}`,
    );
  });

  it('opens the home page when none is named, in the size and colour asked for', async () => {
    const look = { width: 280, lineColor: { r: 10, g: '107', b: 91 }, isHyaline: true };
    const answer = await openapi.wxacode.getUnlimited({ scene: 'a', ...look });
    expect(answer).toMatchObject({ contentType: 'image/png' });
    const picture = PNG.sync.read(answer.buffer as Buffer);
    expect(picture.width).toBe(280);
    expect([...picture.data.subarray(0, 4)]).toEqual([255, 255, 255, 0]);
    const dark = [...Array(280 * 280).keys()].find((at) => picture.data[at * 4 + 3] === 255) ?? 0;
    expect([...picture.data.subarray(dark * 4, dark * 4 + 3)]).toEqual([10, 107, 91]);
    expect(read(picture)).toBe(`${bench.url}/#/pages/home/home?scene=a`);
  });

  it.each([
    [40169, { scene: '' }],
    [40169, { scene: 'x'.repeat(33) }],
    [40169, { scene: '村' }],
    [40169, { scene: 'a%20b' }],
    [41030, { scene: 'a', page: '/pages/home/home' }],
    [41030, { scene: 'a', page: 'pages/home/home?x=1' }],
    [41030, { scene: 'a', page: 'pages/nowhere/nowhere' }],
    [40097, { scene: 'a', width: 279 }],
    [40097, { scene: 'a', width: 1281 }],
    [40097, { scene: 'a', envVersion: 'beta' }],
  ])('answers %i to %j', async (code, parameters) => {
    await expect(openapi.wxacode.getUnlimited(parameters)).rejects.toEqual(refusedWith(code));
  });

  it('takes an unpublished page when it shall not check', async () => {
    const answer = await openapi.wxacode.getUnlimited({
      scene: 'a',
      page: 'pages/new/new',
      checkPath: false,
    });
    expect(answer.errCode).toBe(0);
  });
});

describe('phonenumber.getPhoneNumber', () => {
  const codeOf = async (openid: string): Promise<string> => {
    const { body } = await bench.post('/_local/wechat/phone-codes', {}, openid);
    return (body as { code: string }).code;
  };
  beforeAll(() => bench.post('/_local/wechat/people', { phone: '13800138000' }, 'oPhone'));

  it('answers the number of who agreed, once', async () => {
    const code = await codeOf('oPhone');
    expect(await openapi.phonenumber.getPhoneNumber({ code })).toMatchObject({
      phoneInfo: {
        phoneNumber: '13800138000',
        purePhoneNumber: '13800138000',
        countryCode: '86',
        watermark: { appid: bench.appid, timestamp: expect.any(Number) as unknown },
      },
    });
    await expect(openapi.phonenumber.getPhoneNumber({ code })).rejects.toEqual(refusedWith(40029));
  });

  it('refuses 40029 what is made up, older than five minutes, or another’s', async () => {
    await expect(openapi.phonenumber.getPhoneNumber({ code: 'made-up' })).rejects.toEqual(refusedWith(40029));
    const old = await codeOf('oPhone');
    await bench.advance(5 * MINUTE_MS);
    await expect(openapi.phonenumber.getPhoneNumber({ code: old })).rejects.toEqual(refusedWith(40029));
    const code = await codeOf('oPhone');
    const anothers = openapi.phonenumber.getPhoneNumber({ code, openid: 'oOther' });
    await expect(anothers).rejects.toEqual(refusedWith(40029));
    expect(await openapi.phonenumber.getPhoneNumber({ code, openid: 'oPhone' })).toMatchObject({
      errCode: 0,
    });
  });

  it('has no code for somebody without a number', async () => {
    expect(await bench.post('/_local/wechat/phone-codes', {}, 'oNoPhone')).toMatchObject({ status: 409 });
  });
});

describe('ocr', () => {
  const ID = {
    name: '王建国',
    id: '11010119900307721X',
    addr: '明溪县雪峰镇1号',
    gender: '男',
    nationality: '汉',
  };
  const idPath = `idcard.png?${new URLSearchParams(ID).toString()}`;
  const photo = (value: Buffer, contentType = 'image/png') => ({
    type: 'photo',
    img: { contentType, value },
  });
  /** As a phone's photograph of it: smaller, compressed, a little darker. */
  const photographed = (picture: Buffer): Buffer => {
    const { width, height, data } = PNG.sync.read(picture);
    const half = Buffer.alloc((width / 2) * (height / 2) * 4);
    for (let y = 0; y < height / 2; y += 1) {
      for (let x = 0; x < width / 2; x += 1) {
        for (let part = 0; part < 4; part += 1) {
          half[(y * (width / 2) + x) * 4 + part] = (data[(y * 2 * width + x * 2) * 4 + part] ?? 0) * 0.8;
        }
      }
    }
    return jpeg.encode({ width: width / 2, height: height / 2, data: half }, 70).data;
  };

  it('reads the card that the picture shows', async () => {
    expect(await openapi.ocr.idcard(photo(await card(idPath)))).toMatchObject({ type: 'Front', ...ID });
    const bank = await card('bankcard.png?number=6222021234567890123');
    expect(await openapi.ocr.bankcard(photo(bank))).toMatchObject({ number: '6222021234567890123' });
  });

  it('reads it from a smaller, compressed photograph too', async () => {
    const picture = photographed(await card(idPath));
    expect(await openapi.ocr.idcard(photo(picture, 'image/jpeg'))).toMatchObject(ID);
  });

  it('answers 101001 where the card is not, 101002 to no picture, 101000 to an address it cannot read', async () => {
    const { idcard, bankcard } = openapi.ocr;
    const blank = PNG.sync.write(new PNG({ width: 80, height: 60 }));
    await expect(idcard(photo(blank))).rejects.toEqual(refusedWith(101001));
    await expect(bankcard(photo(await card(idPath)))).rejects.toEqual(refusedWith(101001));
    await expect(idcard(photo(Buffer.from('no picture')))).rejects.toEqual(refusedWith(101002));
    await expect(idcard({ type: 'photo', imgUrl: 'https://example.com/a.png' })).rejects.toEqual(
      refusedWith(101000),
    );
    await expect(idcard({ type: 'photo' })).rejects.toEqual(refusedWith(41005));
    await expect(idcard(photo(Buffer.alloc(2 * 1024 * 1024 + 1)))).rejects.toEqual(refusedWith(45001));
  });

  it('has sample cards only with everything on them', async () => {
    expect(await bench.get('/_local/wechat/cards/idcard.png?name=王建国')).toMatchObject({ status: 400 });
    expect(await bench.get('/_local/wechat/cards/passport.png')).toMatchObject({ status: 400 });
  });
});

describe('subscribeMessage.send', () => {
  it('refuses a page that is not published, 41030', async () => {
    const templates = JSON.parse(bench.env.SUBSCRIBE_TEMPLATES ?? '{}') as Record<string, string>;
    const templateId = templates.claimProgress;
    await bench.post('/_local/subscribe', { templateIds: [templateId], accept: true }, 'oReader');
    const message = (page: string) => ({
      touser: 'oReader',
      templateId,
      page,
      data: {
        character_string1: { value: 'MX1' },
        phrase2: { value: '审核中' },
        time3: { value: '2026年11月22日 12:30' },
        thing4: { value: '请留意' },
      },
    });
    await expect(openapi.subscribeMessage.send(message('pages/nowhere/nowhere'))).rejects.toEqual(
      refusedWith(41030),
    );
    expect(await openapi.subscribeMessage.send(message('pages/home/home?id=1'))).toMatchObject({
      errCode: 0,
    });
  });
});

it('any other name is answered 48001, and one without permission -604101', async () => {
  await expect(openapi.wxacode.get({ path: 'pages/home/home' })).rejects.toEqual(refusedWith(48001));
  const unknown = (openapi as unknown as { urllink: { generate: Api } }).urllink.generate({});
  await expect(unknown).rejects.toEqual(refusedWith(-604101));
});
