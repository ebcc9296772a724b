/** Reads a compiled package from disk: what `taro build --type weapp` wrote and a phone would download. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { wxmlToJs } from 'miniprogram-compiler';

interface AppConfig {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  tabBar?: { list: { pagePath: string; text: string }[] };
}

interface ComponentConfig {
  usingComponents?: Record<string, string>;
}

/** Answers the template function of one `.wxml` file. */
type Templates = (file: string) => unknown;

/** The template compiler keeps operations in a global that would leak from one package into the next. */
const leakingCaches = ['ops_cached', 'ops_set', 'ops_init', 'modules'];
let compiledLast: string | undefined;
const compiled = new Map<string, Templates>();

export class CompiledPackage {
  readonly config: AppConfig;
  /** All pages without a leading slash, those of subpackages too. */
  readonly pages: readonly string[];

  constructor(readonly folder: string) {
    if (!existsSync(path.join(folder, 'app.json'))) throw new Error(`No compiled package in ${folder}`);
    this.config = JSON.parse(this.read('app.json')) as AppConfig;
    this.pages = [
      ...this.config.pages,
      ...(this.config.subPackages ?? []).flatMap(({ root, pages }) =>
        pages.map((page) => path.posix.join(root, page)),
      ),
    ];
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  has(file: string): boolean {
    return existsSync(path.join(this.folder, file));
  }

  /** The tab pages in their order. */
  get tabs(): readonly { pagePath: string; text: string }[] {
    return this.config.tabBar?.list ?? [];
  }

  /** The custom components that a page or component names, by tag, as files of the package. */
  componentsOf(file: string): Record<string, string> {
    const { usingComponents = {} } = JSON.parse(this.read(`${file}.json`)) as ComponentConfig;
    const found = Object.entries(usingComponents).map(([tag, place]): [string, string] => {
      const target = place.startsWith('/')
        ? place.slice(1)
        : path.posix.join(path.posix.dirname(file), place);
      if (!this.has(`${target}.wxml`)) throw new Error(`${file} uses ${tag}, but there is no ${target}`);
      return [tag, target];
    });
    return Object.fromEntries(found);
  }

  /** Compiles all templates with WeChat's own compiler, once per folder and process. Throws on a broken one. */
  templates(): Templates {
    const known = compiled.get(this.folder);
    if (known !== undefined && compiledLast === this.folder) return known;
    Reflect.set(globalThis, '__webview_engine_version__', 0.02);
    const caches: unknown = Reflect.get(globalThis, '__WXML_GLOBAL__');
    if (typeof caches === 'object' && caches !== null) {
      for (const name of leakingCaches) Reflect.set(caches, name, {});
    }
    const script = wxmlToJs(this.folder, { maxBuffer: 1 << 28 });
    // The compiler answers a script as text, to be run where the window is.
    const evaluate = Reflect.construct(Function, [script]) as () => Templates;
    const templates = evaluate();
    compiled.set(this.folder, templates);
    compiledLast = this.folder;
    return templates;
  }
}
