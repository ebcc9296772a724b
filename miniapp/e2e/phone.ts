/**
 * One person's phone in the browser build: 375×812, Chinese, China time. It notes every console error, page
 * error and failed request; closing it throws if there was one that the test did not announce.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';

const pictures = path.resolve(__dirname, '../../.artifacts/screens');

export interface PhoneOptions {
  /** Whom the phone belongs to: an openid of the cast. */
  openid: string;
  /** Where the local cloud and the browser build are: `http://127.0.0.1:PORT`. */
  url: string;
  /** In CSS pixels; 375×812 unless told. */
  width?: number;
  height?: number;
  dark?: boolean;
  /** WeChat's text size: 1, 1.4 or 1.75. */
  textScale?: number;
  /** False hides the identity bar of the local run. */
  bar?: boolean;
}

/** What somebody does with a finger. */
export type Move =
  | { readonly kind: 'press' }
  | { readonly kind: 'write'; readonly text: string }
  /** Turns the wheels of a day or a time. */
  | { readonly kind: 'turn'; readonly wheels: number }
  /** Takes one photo with the camera. */
  | { readonly kind: 'camera' }
  /** Marks photos in the phone's album. */
  | { readonly kind: 'album'; readonly photos: number };

/** Stands behind somebody and sees every move: waits for its control, notes what it needs to, lets it happen. */
export interface Onlooker {
  sees(move: Move, on: Locator, happens: () => Promise<unknown>): Promise<void>;
  /** The hand rests until something has happened. */
  waits(happens: () => Promise<unknown>): Promise<void>;
}

export class Phone {
  /** Who watches this phone; nobody unless told. */
  onlooker: Onlooker | undefined;
  private readonly problems: string[] = [];
  private readonly announced: RegExp[] = [];

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly options: PhoneOptions,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error')
        this.problems.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.problems.push(`page: ${error.stack ?? error.message}`));
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      // Leaving a page cancels what it was still loading.
      if (reason !== 'net::ERR_ABORTED') this.problems.push(`request: ${request.url()} ${reason}`);
    });
  }

  static async switchOn(browser: Browser, options: PhoneOptions): Promise<Phone> {
    const context = await browser.newContext({
      viewport: { width: options.width ?? 375, height: options.height ?? 812 },
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      colorScheme: options.dark === true ? 'dark' : 'light',
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write', 'microphone'],
    });
    return new Phone(context, await context.newPage(), options);
  }

  /** The address of a page of the app, for example `/pages/home/home?code=abc`, under this phone's settings. */
  address(route: string): string {
    const settings = new URLSearchParams({ as: this.options.openid });
    if (this.options.textScale !== undefined) settings.set('text', String(this.options.textScale));
    if (this.options.dark === true) settings.set('theme', 'dark');
    if (this.options.bar === false) settings.set('bar', '0');
    return `${this.options.url}/?${settings.toString()}#${route}`;
  }

  /** Opens a page of the app anew, as from a link, and waits until it is drawn: before that, it has kept nothing of its address. */
  async open(route: string): Promise<void> {
    // A change of the part after # alone would not load the document again.
    await this.page.goto('about:blank');
    await this.page.goto(this.address(route), { waitUntil: 'load' });
    await this.page.locator('.taro_page').filter({ hasText: /\S/, visible: true }).first().waitFor();
  }

  /** The one visible control or text of this name; Taro keeps earlier pages hidden in the document. */
  control(
    role: 'button' | 'link' | 'checkbox' | 'radio' | 'tab' | 'textbox',
    name: string | RegExp,
  ): Locator {
    return this.page.getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  }

  /** Taps the button of this name. */
  async tap(name: string | RegExp): Promise<void> {
    await this.control('button', name).tap();
  }

  /** Writes into the field of this label. */
  async write(label: string | RegExp, value: string): Promise<void> {
    await this.page.getByRole('textbox', { name: label }).fill(value);
  }

  /** Waits until this text can be seen. */
  async see(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** Draws strokes on a canvas, in fractions of its width and height: the signature pad. */
  async draw(pad: Locator, strokes: readonly (readonly [x: number, y: number])[][]): Promise<void> {
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    if (box === null) throw new Error('The pad cannot be seen.');
    const session = await this.context.newCDPSession(this.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    for (const stroke of strokes) {
      const points = stroke.map(([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height }));
      for (const [index, point] of points.entries())
        await touch(index === 0 ? 'touchStart' : 'touchMove', [point]);
      await touch('touchEnd', []);
    }
    await session.detach();
  }

  /** Says that the test causes a problem on purpose; closing then fails if it never came. */
  expectProblem(pattern: RegExp): void {
    this.announced.push(pattern);
  }

  /** One move of a hand on a control; hands do nothing but through here. */
  async does(move: Move, on: Locator, happens: () => Promise<unknown>): Promise<void> {
    if (this.onlooker === undefined) await happens();
    else await this.onlooker.sees(move, on, happens);
  }

  /** Rests until something has happened. */
  async waits(happens: () => Promise<unknown>): Promise<void> {
    if (this.onlooker === undefined) await happens();
    else await this.onlooker.waits(happens);
  }

  /** Keeps a picture as `.artifacts/screens/NAME.png`; the whole page if `whole`. Answers its path. */
  async picture(name: string, { whole = false }: { whole?: boolean } = {}): Promise<string> {
    mkdirSync(pictures, { recursive: true });
    const file = path.join(pictures, `${name}.png`);
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
    await this.page.screenshot({ path: file, fullPage: whole, animations: 'disabled' });
    return file;
  }

  /** Switches the phone off. Throws if something went wrong on it that the test did not announce. */
  async switchOff(): Promise<void> {
    await this.context.close();
    const surprising = this.problems.filter(
      (problem) => !this.announced.some((pattern) => pattern.test(problem)),
    );
    const missing = this.announced.filter(
      (pattern) => !this.problems.some((problem) => pattern.test(problem)),
    );
    if (surprising.length > 0) throw new Error(`Problems on the phone:\n${surprising.join('\n')}`);
    if (missing.length > 0) throw new Error(`Announced, but never came: ${missing.map(String).join(', ')}`);
  }
}
