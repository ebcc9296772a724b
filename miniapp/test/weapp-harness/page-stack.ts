/** The native side of navigation: opens and closes pages, and carries setData to the view layer. */
import { setTimeout } from 'node:timers';
import type { CompiledPackage } from './compiled-package';
import { acrossBridge, writeAt, type JsonObject } from './json';
import type { Definition, LogicLayer } from './logic-layer';
import type { SetDataRecord } from './statistics';
import type { ViewLayer } from './view-layer';
import type { ViewNode } from './view-tree';
import type { WorkInFlight } from './work-in-flight';

type Instance = Record<string, unknown>;
type Way = 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab';

export interface OpenPage {
  file: string;
  instance: Instance;
  root: ViewNode;
  setData: (data: JsonObject) => void;
  detach: () => void;
}

/** WeChat keeps at most ten pages open. */
const mostPages = 10;

let nextNode = 0;

export class PageStack {
  private stack: OpenPage[] = [];
  /** Tab pages stay alive behind the one that is shown. */
  private readonly tabs = new Map<string, OpenPage>();

  constructor(
    private readonly pack: CompiledPackage,
    private readonly logic: () => LogicLayer,
    private readonly view: () => ViewLayer,
    private readonly work: WorkInFlight,
    private readonly record: (entry: Omit<SetDataRecord, 'atMs'>) => void,
    private readonly wx: Record<string, unknown>,
  ) {}

  /** Page instances as `getCurrentPages` answers them, the topmost last. */
  get instances(): Instance[] {
    return this.stack.map((page) => page.instance);
  }

  get top(): OpenPage {
    const page = this.stack[this.stack.length - 1];
    if (page === undefined) throw new Error('No page is open.');
    return page;
  }

  get depth(): number {
    return this.stack.length;
  }

  /** Opens `/pages/a/a?x=1` in one of WeChat's ways. Throws what WeChat fails with. */
  open(url: string, way: Way): void {
    const [place = '', query = ''] = url.replace(/^\//, '').split('?');
    const file = place.startsWith('.')
      ? new URL(place, `https://x/${this.top.file}`).pathname.slice(1)
      : place;
    const isTab = this.pack.tabs.some(({ pagePath }) => pagePath === file);
    if (!this.pack.pages.includes(file)) throw new Error(`page "${file}" is not found`);
    if (way === 'switchTab' && !isTab) throw new Error('can not switch to no-tabBar page');
    if ((way === 'navigateTo' || way === 'redirectTo') && isTab)
      throw new Error(`can not ${way} a tabbar page`);
    if (way === 'navigateTo' && this.stack.length >= mostPages) throw new Error('webview count limit exceed');

    if (way === 'navigateTo') this.tell(this.stack[this.stack.length - 1], 'onHide');
    if (way === 'redirectTo') this.close();
    if (way === 'reLaunch') this.closeAll();
    if (way === 'switchTab') this.leaveForTab(file);
    const kept = this.tabs.get(file);
    if (kept !== undefined) {
      if (this.stack[this.stack.length - 1] !== kept) this.stack = [kept];
      this.tell(kept, 'onShow');
      return;
    }
    const page = this.create(file, queryOf(query));
    this.stack.push(page);
    if (isTab) this.tabs.set(file, page);
    this.tell(page, 'onLoad', page.instance.options);
    this.tell(page, 'onShow');
    this.later(() => this.tell(page, 'onReady'));
  }

  /** Goes back by so many pages, at most to the first. */
  back(delta: number): void {
    for (let left = delta; left > 0 && this.stack.length > 1; left -= 1) this.close();
    this.tell(this.top, 'onShow');
  }

  /** Carries an event to the topmost page of a file. */
  call(file: string, method: string, event: unknown): void {
    const page = [...this.stack].reverse().find((open) => open.file === file);
    const definition = this.logic().definitions.get(file);
    const handler = page?.instance[method] ?? definition?.methods?.[method] ?? this.top.instance[method];
    if (typeof handler !== 'function') return;
    this.logic().guard(() => (handler as (event: unknown) => void).call((page ?? this.top).instance, event));
  }

  closeAll(): void {
    while (this.stack.length > 0) this.close();
    for (const page of this.tabs.values()) this.unload(page);
    this.tabs.clear();
  }

  private leaveForTab(file: string): void {
    while (this.stack.length > 1 || (this.stack[0] !== undefined && !this.tabs.has(this.stack[0].file)))
      this.close();
    const shown = this.stack[0];
    if (shown !== undefined && shown.file !== file) this.tell(shown, 'onHide');
    this.stack = [];
  }

  private close(): void {
    const page = this.stack.pop();
    if (page === undefined) return;
    this.tabs.delete(page.file);
    this.unload(page);
  }

  private unload(page: OpenPage): void {
    this.tell(page, 'onHide');
    this.tell(page, 'onUnload');
    page.detach();
  }

  private create(file: string, options: Record<string, string>): OpenPage {
    this.logic().load(file);
    const definition = this.logic().definitions.get(file);
    if (definition === undefined) throw new Error(`${file}.js registered no page`);
    const { root, setData, detach } = this.view().render(file);
    const instance: Instance = {
      ...definition,
      ...definition.methods,
      data: acrossBridge(definition.data) ?? {},
      route: file,
      is: file,
      options: this.logic().inside(JSON.stringify(options)),
      __wxExparserNodeId__: `node${(nextNode += 1)}`,
      selectComponent: () => null,
      createSelectorQuery: this.wx.createSelectorQuery,
      getTabBar: () => null,
      getOpenerEventChannel: () => ({ on: () => undefined, emit: () => undefined }),
      setUpdatePerformanceListener: () => undefined,
    };
    const page: OpenPage = { file, instance, root, setData, detach };
    instance.setData = (data: Definition, done?: () => void) => this.carry(page, data, done);
    return page;
  }

  /** One setData: measured, copied as JSON, applied on the other side a turn later. */
  private carry(page: OpenPage, data: Definition, done: (() => void) | undefined): void {
    const text = JSON.stringify(data);
    const arrived = JSON.parse(text) as JsonObject;
    this.record({ page: page.file, bytes: Buffer.byteLength(text), paths: Object.keys(arrived).slice(0, 6) });
    for (const [path, value] of Object.entries(arrived)) {
      writeAt(page.instance.data as JsonObject, path, acrossBridge(value));
    }
    this.later(() => {
      page.setData(arrived);
      if (done !== undefined) this.logic().guard(() => done.call(page.instance));
    });
  }

  private later(run: () => void): void {
    const end = this.work.begin();
    setTimeout(() => {
      run();
      end();
    }, 0);
  }

  private tell(page: OpenPage | undefined, lifecycle: string, argument?: unknown): void {
    const handler = page?.instance[lifecycle];
    if (page === undefined || typeof handler !== 'function') return;
    this.logic().guard(() => (handler as (argument: unknown) => void).call(page.instance, argument));
  }
}

/** WeChat hands values over as they stand in the address, undecoded. */
export function queryOf(query: string): Record<string, string> {
  const pairs = query.split('&').filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
