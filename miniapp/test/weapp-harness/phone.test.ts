/** The harness itself, on a package small enough to read, and on copies of it that are broken on purpose. */
import { createServer, type Server } from 'node:http';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CloudDoors } from '../local-cloud';
import { Phone } from './phone';

const folder = path.join(__dirname, 'fixtures/shop');

/** What arrived at the cloud's doors. */
let arrived: { door: string; openid: string | undefined; body: string }[] = [];
let server: Server;
let cloud: CloudDoors;
const copies: string[] = [];

const answers: Record<string, unknown> = {
  '/_local/call/household': { ok: true, data: { id: 'o 1' } },
  '/_local/files/claims-inbox/a.jpg': { fileID: 'cloud://local/claims-inbox/a.jpg' },
  '/_local/subscribe': { t1: 'accept' },
  '/_local/cashier/p1': {},
};

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('latin1').on('data', (part: string) => (body += part));
    request.on('end', () => {
      const door = request.url ?? '';
      arrived.push({ door, openid: request.headers['x-openid']?.toString(), body });
      response.end(JSON.stringify(answers[door]));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const post = (door: string, openid: string | undefined, json: unknown) =>
    fetch(`${url}${door}`, {
      method: 'POST',
      headers: openid === undefined ? {} : { 'x-openid': openid },
      body: JSON.stringify(json),
    });
  cloud = {
    url,
    fetch: (door, options) => post(door, options?.openid, options?.json),
    atCashier: (openid, params, result) => post('/_local/cashier/p1', openid, { result, params }),
  };
});

beforeEach(() => (arrived = []));
afterAll(() => {
  server.close();
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});

const switchOn = (options: Partial<Parameters<typeof Phone.switchOn>[0]> = {}) =>
  Phone.switchOn({ cloud, openid: 'wang', folder, ...options });

describe('a package in order', () => {
  it('renders templates, scripts in templates and custom components', async () => {
    const phone = await switchOn();
    expect(phone.text({ id: 'greeting' })).toBe('您好，客人');
    expect(phone.has({ text: '100 元' })).toBe(true);
    phone.switchOff();
  });

  it('finds by id, label, role and text, and nothing that is hidden from a reader', async () => {
    const phone = await switchOn();
    expect(phone.has('买一份')).toBe(true);
    expect(phone.has({ role: 'button', name: '付款' })).toBe(true);
    expect(phone.has({ role: 'textbox', name: '姓名' })).toBe(true);
    expect(phone.has({ label: /^方/ })).toBe(true);
    expect(phone.has({ text: '看不见的字' })).toBe(false);
    phone.switchOff();
  });

  it('writes into a field and shows what the logic layer makes of it', async () => {
    const phone = await switchOn();
    expect(phone.isDisabled('付款')).toBe(true);
    await expect(phone.tap('付款')).rejects.toThrow('disabled');
    await phone.write('姓名', '王建国');
    expect(phone.text({ id: 'greeting' })).toBe('您好，王建国');
    expect(phone.attribute('姓名', 'value')).toBe('王建国');
    expect(phone.isDisabled('付款')).toBe(false);
    phone.switchOff();
  });

  it('chooses in a picker', async () => {
    const phone = await switchOn();
    await phone.choose('方案', 1);
    expect(phone.text('方案')).toBe('二百元');
    phone.switchOff();
  });

  it('draws strokes with their places', async () => {
    const phone = await switchOn();
    await phone.draw('签名', [
      [
        [1, 2],
        [3, 4],
      ],
      [[5, 6]],
    ]);
    expect(phone.text({ id: 'strokes' })).toBe('1,2 3,4 | 5,6');
    phone.switchOff();
  });

  it('calls the cloud as its person and opens the page that follows', async () => {
    const phone = await switchOn();
    await phone.tap('买一份');
    expect(arrived).toEqual([
      {
        door: '/_local/call/household',
        openid: 'wang',
        body: '{"name":"buyCover","input":{"name":""}}',
      },
    ]);
    await phone.tap('订单o 1');
    expect(phone.page).toBe('pages/order/order');
    expect(phone.text({ id: 'order' })).toBe('o%201');
    await phone.tap('返回');
    expect(phone.page).toBe('pages/home/home');
    expect(phone.has('订单o 1')).toBe(true);
    phone.switchOff();
  });

  it('fails as WeChat does without a network', async () => {
    const phone = await switchOn();
    phone.person.online = false;
    await phone.tap('买一份');
    expect(phone.text({ id: 'said' })).toBe('cloud.callFunction:fail request:fail -2:net::ERR_FAILED');
    expect(arrived).toEqual([]);
    phone.switchOff();
  });

  it.each([
    ['pay', 'pay', 'paid'],
    ['cancel', 'cancel', 'requestPayment:fail cancel'],
    ['fail', 'fail', 'requestPayment:fail system error'],
    ['silent', 'pay', 'requestPayment:fail system error'],
  ] as const)('at the cashier, %s reaches WeChat as %s', async (atCashier, result, said) => {
    const phone = await switchOn();
    await phone.write('姓名', '王建国');
    phone.person.atCashier = atCashier;
    await phone.tap('付款');
    expect(phone.text({ id: 'said' })).toBe(said);
    expect(arrived).toEqual([
      {
        door: '/_local/cashier/p1',
        openid: 'wang',
        body: JSON.stringify({ result, params: { package: 'prepay_id=p1', paySign: 'signed' } }),
      },
    ]);
    phone.switchOff();
  });

  it('asks for subscribe messages through WeChat', async () => {
    const phone = await switchOn();
    await phone.tap('订阅');
    expect(phone.text({ id: 'said' })).toBe('t1 accept');
    expect(arrived[0]?.body).toBe('{"templateIds":["t1"],"accept":true}');
    phone.switchOff();
  });

  it('uploads the very bytes of a photo, and none if none is taken', async () => {
    const phone = await switchOn();
    await phone.tap('拍照');
    expect(phone.text({ id: 'said' })).toBe('chooseMedia:fail cancel');
    phone.person.photos.push({ name: 'a.jpg', bytes: Uint8Array.from([0xff, 0xd8, 0xff]) });
    await phone.tap('拍照');
    expect(phone.text({ id: 'said' })).toBe('cloud://local/claims-inbox/a.jpg');
    expect(arrived[0]?.body).toBe('\u00ff\u00d8\u00ff');
    phone.switchOff();
  });

  it('does not wait for a timer that the app has cleared', async () => {
    const phone = await switchOn();
    await phone.tap('改主意');
    expect(phone.text({ id: 'said' })).toBe('changed');
    phone.switchOff();
  });

  it('keeps tab pages alive and refuses to push one', async () => {
    const phone = await switchOn();
    await phone.write('姓名', '王建国');
    await phone.openTab('我的');
    expect(phone.text({ id: 'shown' })).toBe('1');
    await phone.openTab('首页');
    expect(phone.text({ id: 'greeting' })).toBe('您好，王建国');
    await phone.openTab('我的');
    expect(phone.text({ id: 'shown' })).toBe('2');
    phone.switchOff();
  });

  it('opens a page of a subpackage, and the card of one phone on another', async () => {
    const one = await switchOn();
    await one.open('/parts/pages/card/card');
    expect(one.text()).toBe('分包');
    await one.open('/pages/home/home');
    const other = await switchOn({ openid: 'li', path: one.share().path });
    expect(other.text({ id: 'said' })).toBe('code abc');
    await other.tap('买一份');
    expect(arrived[0]?.openid).toBe('li');
    expect(one.has('订单o 1')).toBe(false);
    one.switchOff();
    other.switchOff();
  });

  it('measures setData and what is rendered', async () => {
    const phone = await switchOn();
    const cost = await phone.cost(() => phone.write('姓名', '王'));
    expect(cost).toMatchObject({ calls: 1, bytes: Buffer.byteLength('{"name":"王"}') });
    expect(phone.size()).toMatchObject({ depth: 3, nodes: 18 });
    phone.switchOff();
  });

  it('gives the logic layer no window, document, process or require', async () => {
    const phone = await switchOn();
    const kinds = 'typeof window + typeof document + typeof process + typeof require';
    expect(phone.logic.evaluate(kinds)).toBe('undefined'.repeat(4));
    phone.switchOff();
  });
});

describe('a package out of order', () => {
  const brokenCopy = (change: (copy: string) => void) => {
    const copy = mkdtempSync(path.join(tmpdir(), 'weapp-'));
    copies.push(copy);
    cpSync(folder, copy, { recursive: true });
    change(copy);
    return copy;
  };
  const replace = (copy: string, file: string, before: string, after: string) => {
    const place = path.join(copy, file);
    const text = readFileSync(place, 'utf8');
    if (!text.includes(before)) throw new Error(`${file} does not hold ${before}`);
    writeFileSync(place, text.replace(before, after));
  };

  it('does nothing at a tap whose handler is not bound', async () => {
    const copy = brokenCopy((at) => replace(at, 'pages/home/home.wxml', 'bindtap="buy"', ''));
    const phone = await switchOn({ folder: copy });
    await phone.tap('买一份');
    expect(arrived).toEqual([]);
    phone.switchOff();
  });

  it('does not open a page whose component is missing', async () => {
    const copy = brokenCopy((at) => replace(at, 'pages/home/home.json', '/price/price', '/gone/gone'));
    await expect(switchOn({ folder: copy })).rejects.toThrow('there is no gone/gone');
  });

  it('does not load a template with a syntax error', async () => {
    const copy = brokenCopy((at) => appendFileSync(path.join(at, 'pages/home/home.wxml'), '<view'));
    await expect(switchOn({ folder: copy })).rejects.toThrow();
  });

  it('does not find a page that app.json does not name', async () => {
    const copy = brokenCopy((at) => replace(at, 'app.json', ', "pages/order/order"', ''));
    const phone = await switchOn({ folder: copy });
    await expect(phone.open('/pages/order/order')).rejects.toThrow('is not found');
    phone.switchOff();
  });

  it.each([
    ['出错', /the tap went wrong/],
    ['稍后出错', /the timer went wrong/],
  ])('fails when the app throws after %s, unless that was announced', async (button, error) => {
    const phone = await switchOn();
    await phone.tap(button);
    expect(() => phone.switchOff()).toThrow(error);

    const warned = await switchOn();
    warned.expectError(error);
    await warned.tap(button);
    warned.switchOff();
  });

  it('fails when the app logs an error', async () => {
    const copy = brokenCopy((at) =>
      replace(at, 'pages/home/home.js', 'buy() {', "buy() { console.error('odd');"),
    );
    const phone = await switchOn({ folder: copy });
    await phone.tap('买一份');
    expect(() => phone.switchOff()).toThrow('odd');
  });

  it('fails when an announced error never comes', async () => {
    const phone = await switchOn();
    phone.expectError(/never/);
    expect(() => phone.switchOff()).toThrow('never came');
  });
});
