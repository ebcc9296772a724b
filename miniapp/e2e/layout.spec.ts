/** The measuring itself: a good page has no faults, and each kind of fault is found where there is one. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser/launch';
import { filledHeight, layoutFaults, noFaults } from './layout';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 375, height: 812 } });
});
afterAll(() => browser.close());

const show = (body: string) =>
  page.setContent(`<!doctype html><style>body{margin:0;font:17px/1.5 sans-serif}</style>${body}`);

it('finds nothing on a page in order', async () => {
  await show(
    '<h1>暖家保</h1><p>给全家人的保障</p><button style="width:200px;height:48px">给家人买一份</button>',
  );
  expect(await layoutFaults(page)).toEqual(noFaults);
});

it('finds what reaches beyond the edge', async () => {
  await show('<div style="width:420px;white-space:nowrap;text-align:right">最晚答复</div>');
  expect((await layoutFaults(page)).sideways).toEqual(['div "最晚答复"', 'page 420 > 375']);
});

it('lets a row scroll sideways inside its own box', async () => {
  await show(
    '<div style="overflow-x:auto;width:300px"><div style="width:900px;text-align:right">远</div></div>',
  );
  expect((await layoutFaults(page)).sideways).toEqual([]);
});

it('finds a target that is too small, and not the one inside a large target', async () => {
  await show(
    '<button style="width:44px;height:30px;padding:0">查</button><div role="button" style="height:60px"><input type="checkbox"></div>',
  );
  expect((await layoutFaults(page)).small).toEqual(['button "查" 44×30']);
});

it('finds words that their box cuts off', async () => {
  await show('<div style="width:60px;overflow:hidden;white-space:nowrap">最多赔多少元整</div>');
  expect((await layoutFaults(page)).cut).toEqual(['div "最多赔多少元整"']);
});

it('finds texts that lie upon one another', async () => {
  await show('<p>第一行</p><p style="margin-top:-40px">第二行</p>');
  expect((await layoutFaults(page)).overlapping).toEqual(['p "第一行" / p "第二行"']);
});

it('allows a fixed bar above the text that scrolls under it', async () => {
  await show('<p>正文</p><div style="position:fixed;top:0;left:0">固定栏</div>');
  expect((await layoutFaults(page)).overlapping).toEqual([]);
});

it('tells how much of the first screen is filled', async () => {
  await show('<p style="margin-top:100px">上面</p>');
  expect(await filledHeight(page)).toBeLessThan(0.5);
  await show('<p style="margin-top:600px">下面</p>');
  expect(await filledHeight(page)).toBeGreaterThan(0.7);
});
