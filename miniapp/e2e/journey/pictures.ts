import type { Browser } from 'playwright-core';
import { layoutFaults, noFaults } from '../layout';
import { Phone } from '../phone';

/** How a page must look well: by day, by night, and in WeChat's largest text on the narrowest phone. */
const WAYS = [
  { suffix: '', dark: false, width: 375, height: 812, textScale: 1 },
  { suffix: '-dark', dark: true, width: 375, height: 812, textScale: 1 },
  { suffix: '-large', dark: false, width: 320, height: 640, textScale: 1.75 },
] as const;

/** The page that is pictured and how one gets there on a new phone. */
export interface Pictured {
  readonly name: string;
  readonly openid: string;
  /** Opened one after the other; the last is the page. */
  readonly routes: readonly string[];
  /** What is done on the page before it is pictured. */
  readonly after?: (phone: Phone) => Promise<void>;
  /** What can be seen once the page is whole. */
  readonly sees: string | RegExp;
}

/** Takes the page three ways and holds each against the ruler: nothing cut, overlapping, sideways or too small to press. */
export const takePictures = async (browser: Browser, url: string, page: Pictured): Promise<void> => {
  for (const { suffix, ...way } of WAYS) {
    const phone = await Phone.switchOn(browser, { openid: page.openid, url, bar: false, ...way });
    for (const route of page.routes) await phone.open(route);
    await page.after?.(phone);
    await phone.see(page.sees);
    await phone.picture(`${page.name}${suffix}`);
    expect({ way: suffix, ...(await layoutFaults(phone.page)) }).toEqual({ way: suffix, ...noFaults });
    await phone.switchOff();
  }
};
