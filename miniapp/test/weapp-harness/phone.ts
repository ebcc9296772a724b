/**
 * A phone that runs the compiled package. Logic and view layer exchange JSON only; `wx.cloud`, uploads and
 * payment go to a running local cloud. Several phones may be on at once, one for each person.
 *
 * @example
 *   const wang = await Phone.switchOn({ cloud, openid });
 *   await wang.tap('给家人买一份');
 *   await wang.write('姓名', '王建国');
 *   expect(wang.text()).toContain('100.00 元');
 *   wang.switchOff();
 */
import path from 'node:path';
import { format } from 'node:util';
import type { CloudDoors } from '../local-cloud';
import { cloudApi, paymentApi } from './cloud-api';
import { CompiledPackage } from './compiled-package';
import { deviceApi } from './device-api';
import { LogicLayer } from './logic-layer';
import { PageStack, queryOf } from './page-stack';
import type { Json } from './json';
import { willingPerson, type Person, type Seen } from './person';
import { PhoneFiles } from './phone-files';
import { platformCalls, type PlatformFunction } from './platform-call';
import { costOf, type SetDataCost, type SetDataRecord, type TreeSize } from './statistics';
import { ViewLayer } from './view-layer';
import {
  attributeOf,
  findAll,
  isDisabled,
  outline,
  sizeOf,
  textOf,
  type Target,
  type ViewNode,
} from './view-tree';
import { WorkInFlight } from './work-in-flight';

export interface PhoneOptions {
  cloud: CloudDoors;
  openid: string;
  /** The compiled package; ours unless told. */
  folder?: string;
  /** The page to open first, for example the path of a share card; the home page unless told. */
  path?: string;
  width?: number;
  height?: number;
  dark?: boolean;
  /** WeChat's text size: 1, 1.4 or 1.75. */
  textScale?: number;
}

/** A card as `onShareAppMessage` answers it. */
export interface ShareCard {
  title: string;
  path: string;
  imageUrl?: string;
}

const ourPackage = path.resolve(__dirname, '../../dist/weapp');
const fromShareCard = 1007;
const fromDesktop = 1001;
const patienceMs = 10_000;

export class Phone {
  /** What its person does when asked; change it before the tap that asks. */
  readonly person: Person = willingPerson();
  readonly seen: Seen = { toasts: [], dialogues: [], clipboard: '', titles: [] };
  /** Every setData so far. */
  readonly setData: SetDataRecord[] = [];
  /** Names of the platform functions called, in order. */
  readonly platformCalls: string[] = [];
  readonly logic: LogicLayer;

  private readonly errors: string[] = [];
  private readonly announced: RegExp[] = [];
  private readonly work = new WorkInFlight();
  /** Files of this phone; they outlive a closed app as WeChat lets them. */
  readonly files: PhoneFiles;
  private readonly stored: Map<string, Json>;
  private readonly view: ViewLayer;
  private readonly pages: PageStack;
  private readonly startedAt = performance.now();

  private constructor(
    private readonly options: PhoneOptions,
    before?: Phone,
  ) {
    this.files = before?.files ?? new PhoneFiles();
    this.stored = before?.stored ?? new Map<string, Json>();
    const { cloud, openid, folder = ourPackage, path: url = '' } = options;
    const pack = new CompiledPackage(folder);
    const [file = '', query = ''] = (url === '' ? (pack.pages[0] ?? '') : url).replace(/^\//, '').split('?');
    const launch = { path: file, query: queryOf(query), scene: url === '' ? fromDesktop : fromShareCard };

    const platformCall = platformCalls(
      this.work,
      () => this.logic,
      (name) => this.platformCalls.push(name),
    );
    const { person, seen, files, stored } = this;
    const side = { cloud, openid, person, files };
    const settings = {
      width: options.width ?? 375,
      height: options.height ?? 812,
      dark: options.dark ?? false,
      textScale: options.textScale ?? 1,
      launch,
    };
    const wx: Record<string, unknown> = {
      ...deviceApi(platformCall, { settings, person, seen, files, stored }),
      ...paymentApi(platformCall, side),
      cloud: cloudApi(platformCall, side),
      ...this.navigationApi(platformCall),
    };
    this.logic = new LogicLayer(
      pack,
      this.work,
      wx,
      () => this.pages.instances,
      (error) => this.errors.push(error instanceof Error ? (error.stack ?? error.message) : format(error)),
    );
    this.view = new ViewLayer(
      pack,
      (component) => {
        this.logic.load(component);
        return this.logic.definitions.get(component) ?? {};
      },
      (component, method, event) =>
        this.pages.call(component, method, this.logic.inside(JSON.stringify(event))),
    );
    this.pages = new PageStack(
      pack,
      () => this.logic,
      () => this.view,
      this.work,
      (entry) => this.setData.push({ ...entry, atMs: performance.now() - this.startedAt }),
      wx,
    );
    this.logic.load('app');
    for (const lifecycle of ['onLaunch', 'onShow']) {
      const handler = this.logic.app[lifecycle];
      if (typeof handler === 'function') {
        const launched = this.logic.inside(JSON.stringify(launch));
        this.logic.guard(() => (handler as (options: unknown) => void).call(this.logic.app, launched));
      }
    }
    this.pages.open(query === '' ? file : `${file}?${query}`, 'reLaunch');
  }

  /** Starts the app as its person does and waits until the first page is at rest. */
  static async switchOn(options: PhoneOptions): Promise<Phone> {
    const phone = new Phone(options);
    await phone.idle();
    return phone;
  }

  /**
   * Closes the app and starts it anew, by its icon or from the path of a card or message: WeChat has cleared its temporary
   * files meanwhile.
   */
  async relaunch(path?: string): Promise<Phone> {
    this.switchOff();
    this.files.clearTemporary();
    const { path: _link, ...options } = this.options;
    const phone = new Phone(path === undefined ? options : { ...options, path }, this);
    await phone.idle();
    return phone;
  }

  private navigationApi(
    platformCall: (name: string, run: (options: never) => unknown) => PlatformFunction,
  ): Record<string, PlatformFunction> {
    const ways = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab'] as const;
    return {
      ...Object.fromEntries(
        ways.map((way) => [way, platformCall(way, ({ url }: { url: string }) => this.pages.open(url, way))]),
      ),
      navigateBack: platformCall('navigateBack', ({ delta = 1 }: { delta?: number }) =>
        this.pages.back(delta),
      ),
    };
  }

  /** The page that is shown, as a file of the package: `pages/home/home`. */
  get page(): string {
    return this.pages.top.file;
  }

  /** Waits until the phone does nothing by itself any more: no bridge hop, no call to the cloud, no short timer. */
  idle(): Promise<void> {
    return this.work.idle();
  }

  /** Opens a page as a link inside WeChat does: the running app goes there with nothing behind it. */
  async open(url: string): Promise<void> {
    this.pages.open(url, 'reLaunch');
    await this.idle();
  }

  /** Taps a tab by its text. */
  async openTab(text: string): Promise<void> {
    const tab = new CompiledPackage(this.logic.folder).tabs.find((candidate) => candidate.text === text);
    if (tab === undefined) throw new Error(`No tab ${text}`);
    this.pages.open(tab.pagePath, 'switchTab');
    await this.idle();
  }

  /** The arrow at the upper left. */
  async goBack(): Promise<void> {
    this.pages.back(1);
    await this.idle();
  }

  /** All elements that fit. */
  all(target: Target): ViewNode[] {
    return findAll(this.pages.top.root, target);
  }

  has(target: Target): boolean {
    return this.all(target).length > 0;
  }

  /** The first element that fits, or a failure that shows the page. */
  private one(target: Target): ViewNode {
    const [node] = this.all(target);
    if (node === undefined) {
      throw new Error(
        `Nothing on ${this.page} is ${format(target)}. The page:\n${outline(this.pages.top.root)}\n${this.errors.join('\n')}`,
      );
    }
    return node;
  }

  /** The text of the page, or of the first element that fits. */
  text(target?: Target): string {
    return textOf(target === undefined ? this.pages.top.root : this.one(target));
  }

  /** An attribute as the view last received it, for example the `value` of a field. */
  attribute(target: Target, name: string): unknown {
    return attributeOf(this.one(target), name);
  }

  isDisabled(target: Target): boolean {
    return isDisabled(this.one(target));
  }

  /** Waits until something is there: for what comes after a poll or from another phone. */
  async see(target: Target): Promise<void> {
    const deadline = performance.now() + patienceMs;
    while (!this.has(target)) {
      await this.idle();
      if (performance.now() > deadline) this.one(target);
    }
  }

  /** Taps it. Throws if it is disabled: a finger would do nothing. */
  async tap(target: Target): Promise<void> {
    const node = this.one(target);
    if (isDisabled(node)) throw new Error(`${format(target)} on ${this.page} is disabled.`);
    this.view.dispatch(node, 'tap', { x: 0, y: 0 });
    await this.idle();
  }

  /** Taps it twice before the app can answer. */
  async doubleTap(target: Target): Promise<void> {
    const node = this.one(target);
    this.view.dispatch(node, 'tap', { x: 0, y: 0 });
    this.view.dispatch(node, 'tap', { x: 0, y: 0 });
    await this.idle();
  }

  /** Writes into a field as a whole and leaves it. */
  async write(target: Target, value: string): Promise<void> {
    const node = this.one(target);
    if (isDisabled(node)) throw new Error(`${format(target)} on ${this.page} is disabled.`);
    this.view.dispatch(node, 'focus', { value: attributeOf(node, 'value') ?? '' });
    this.view.dispatch(node, 'input', { value, cursor: value.length, keyCode: 0 });
    await this.idle();
    this.view.dispatch(node, 'blur', { value });
    await this.idle();
  }

  /** Chooses in a picker, switch, radio or checkbox group: `value` is what WeChat puts into the event. */
  async choose(target: Target, value: unknown): Promise<void> {
    await this.trigger(target, 'change', { value });
  }

  /** Any other event of a built-in component, for example `scrolltolower`. */
  async trigger(target: Target, type: string, detail: unknown = {}): Promise<void> {
    this.view.dispatch(this.one(target), type, detail);
    await this.idle();
  }

  /** Moves a finger over it, in px from its upper left corner; one list of points for each stroke. */
  async draw(target: Target, strokes: readonly (readonly [x: number, y: number])[][]): Promise<void> {
    const node = this.one(target);
    for (const stroke of strokes) {
      stroke.forEach(([x, y], index) => {
        const touch = { identifier: 0, x, y, clientX: x, clientY: y, pageX: x, pageY: y };
        this.view.dispatch(node, index === 0 ? 'touchstart' : 'touchmove', {}, [touch]);
      });
      this.view.dispatch(node, 'touchend', {}, []);
    }
    await this.idle();
  }

  /** What the share button of this page would send. Throws when the page cannot be shared. */
  share(): ShareCard {
    const handler = this.pages.top.instance.onShareAppMessage;
    if (typeof handler !== 'function') throw new Error(`${this.page} cannot be shared.`);
    return (handler as (from: unknown) => ShareCard).call(this.pages.top.instance, { from: 'menu' });
  }

  /** The cost of what `action` made the phone do. */
  async cost(action: () => Promise<void>): Promise<SetDataCost> {
    const before = this.setData.length;
    await action();
    return costOf(this.setData.slice(before));
  }

  /** How much is rendered on this page. */
  size(): TreeSize {
    return sizeOf(this.pages.top.root);
  }

  /** Says that the test causes an error of the app on purpose; switching off then fails if it never came. */
  expectError(pattern: RegExp): void {
    this.announced.push(pattern);
  }

  /** Closes the app. Throws if it had an error that the test did not announce. */
  switchOff(): void {
    this.pages.closeAll();
    this.logic.stop();
    const surprising = this.errors.filter((error) => !this.announced.some((pattern) => pattern.test(error)));
    const missing = this.announced.filter((pattern) => !this.errors.some((error) => pattern.test(error)));
    if (surprising.length > 0) throw new Error(`Errors of the app:\n${surprising.join('\n')}`);
    if (missing.length > 0) throw new Error(`Announced, but never came: ${missing.map(String).join(', ')}`);
  }
}
