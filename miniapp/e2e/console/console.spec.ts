/** The console page in a browser: every section on a phone and on a desktop, by day and by night, on a cloud with life in it. */
import type { Browser } from 'playwright-core';
import { WANG } from 'shared/testing/cast';
import { startLocalCloud, type LocalCloud } from '../../test/local-cloud';
import { launchBrowser } from '../browser/launch';
import { layoutFaults, noFaults, type LayoutFaults } from '../layout';
import { Phone } from '../phone';
import { HOSTILE, makeLively } from './lively-cloud';

const PHONE = { name: 'phone', width: 375, height: 812 };
const DESKTOP = { name: 'desktop', width: 1280, height: 800 };

/** Where each section is, and what must be seen there once it is whole. */
const PLACES: readonly { readonly name: string; readonly at: string; readonly sees: string }[] = [
  { name: 'overview', at: '', sees: '王建国' },
  { name: 'functions', at: 'functions', sees: '全部函数的调用' },
  { name: 'logs', at: 'functions/logs', sees: 'buyCover' },
  { name: 'timers', at: 'functions/timers', sees: 'send-messages' },
  { name: 'collections', at: 'data', sees: 'policies' },
  { name: 'query', at: 'data/orders', sees: '怎么读的' },
  { name: 'files', at: 'files', sees: 'claims-inbox/console-photo.jpg' },
  { name: 'orders', at: 'wechat/orders', sees: '已支付' },
  { name: 'transfers', at: 'wechat/transfers', sees: '运营账户' },
  { name: 'bill', at: 'wechat/bill', sees: '总交易单数' },
  { name: 'callbacks', at: 'wechat/callbacks', sees: '已送达' },
  { name: 'messages', at: 'messages', sees: '投保成功通知' },
  { name: 'faults', at: 'faults', sees: '故障计划' },
];

let cloud: LocalCloud;
let browser: Browser;

beforeAll(async () => {
  [cloud, browser] = await Promise.all([startLocalCloud(), launchBrowser()]);
  await makeLively(cloud);
});
afterAll(async () => {
  await browser.close();
  await cloud.stop();
});

const withConsole = async (device: typeof PHONE, does: (phone: Phone) => Promise<void>): Promise<void> => {
  const phone = await Phone.switchOn(browser, { openid: '', url: cloud.url, ...device });
  await phone.page.goto(`${cloud.url}/_local/`);
  await does(phone);
  await phone.switchOff();
};

const goTo = (phone: Phone, at: string): Promise<void> =>
  phone.page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/${at}`);

it.each([PHONE, DESKTOP])('looks well in every section, by day and by night: $name', (device) =>
  withConsole(device, async (phone) => {
    const faults: Record<string, LayoutFaults> = {};
    for (const { name, at, sees } of PLACES) {
      await goTo(phone, at);
      await phone.see(sees);
      faults[name] = await layoutFaults(phone.page);
      // Night changes colours, nothing else.
      for (const colorScheme of ['dark', 'light'] as const) {
        await phone.page.emulateMedia({ colorScheme });
        await phone.picture(`console-${name}-${device.name}-${colorScheme}`);
      }
    }
    expect(faults).toEqual(Object.fromEntries(PLACES.map(({ name }) => [name, noFaults])));
  }),
);

it('runs a query and tells which index it read', () =>
  withConsole(PHONE, async (phone) => {
    await goTo(phone, 'data/orders');
    await phone.write('条件（JSON 或 EJSON）', '{"nextLookAt": {"$gt": 0}}');
    await phone.write('排序', '{"nextLookAt": 1}');
    await phone.tap('查询');
    await phone.see('用索引');
    await phone.see('索引自带');
    expect(new URL(phone.page.url()).hash).toContain('nextLookAt');
    const opened = phone.page.locator('details.document-line').first();
    await opened.locator('summary').click();
    expect(await opened.locator('pre').innerText()).toContain('"o-zhang-zhiqiang"');

    await phone.write('条件（JSON 或 EJSON）', '{"state": ');
    phone.expectProblem(/400/);
    await phone.tap('查询');
    await phone.see('没有读到');
  }));

it('opens a call with what it logged', () =>
  withConsole(PHONE, async (phone) => {
    await goTo(phone, 'functions?of=household');
    await phone.page
      .getByRole('link', { name: /^buyCover/ })
      .first()
      .click();
    await phone.see('这次调用的日志');
    await phone.page.locator('.log').getByText('buyCover').waitFor();
  }));

it('moves the clock, on a desktop', () =>
  withConsole(DESKTOP, async (phone) => {
    const before = await cloud.moveClock({ advanceMs: 0 });
    await phone.tap('+1 小时');
    await phone.tap(/^往后拨/);
    await phone.see('到点的定时任务都跑完了');
    expect((await cloud.moveClock({ advanceMs: 0 })) - before).toBeGreaterThanOrEqual(3_600_000);
  }));

it('plans a fault and takes it back', () =>
  withConsole(PHONE, async (phone) => {
    await goTo(phone, 'faults');
    await phone.page.getByRole('combobox', { name: '出什么故障' }).selectOption({ label: '回调晚到' });
    await phone.tap('加进计划');
    await phone.see('还没发生');
    const plan = async (): Promise<unknown> => (await cloud.fetch('/_local/faults')).json();
    expect(await plan()).toMatchObject({ rules: [{ do: 'delayCallback', nth: 1 }] });
    expect(await layoutFaults(phone.page)).toEqual(noFaults);
    await phone.tap('全部清除');
    await phone.see('没有安排故障');
    expect(await plan()).toMatchObject({ rules: [] });
  }));

it('shows a message as a card, with the way into the mini-program', () =>
  withConsole(PHONE, async (phone) => {
    await goTo(phone, `messages/${WANG.openid}`);
    const card = phone.page.getByRole('article', { name: '投保成功通知' });
    await card.waitFor();
    expect(await card.getByText('保险产品').isVisible()).toBe(true);
    expect(await card.getByRole('link').getAttribute('href')).toMatch(
      new RegExp(`^/\\?as=${WANG.openid}#/packages/`),
    );
  }));

it('shows what is stored as text, whatever it looks like', () =>
  withConsole(PHONE, async (phone) => {
    await goTo(phone, 'files');
    await phone.see(HOSTILE);
    expect(await phone.page.evaluate(() => 'taken' in window)).toBe(false);
  }));

it('stands still while paused, and follows again', () =>
  withConsole(PHONE, async (phone) => {
    await goTo(phone, 'faults');
    await phone.see('没有安排故障');
    const pulse = phone.page.getByRole('button', { name: '暂停刷新' });
    await pulse.click();
    await cloud.fetch('/_local/faults', { json: { rules: [{ do: 'loseCallback', nth: 9 }] } });
    await phone.page.waitForLoadState('networkidle');
    expect(await phone.page.getByText('没有安排故障').isVisible()).toBe(true);
    await pulse.click();
    await phone.see('丢掉回调');
    await cloud.fetch('/_local/faults', { method: 'DELETE' });
    await phone.see('没有安排故障');
  }));
