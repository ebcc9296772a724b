/**
 * The logic layer: the package's scripts in a bare context, as in WeChat's JavaScript core. There is no
 * window, document, process or require but the package's own.
 */
import path from 'node:path';
import { clearTimeout, setInterval, setTimeout } from 'node:timers';
import vm from 'node:vm';
import { format } from 'node:util';
import type { CompiledPackage } from './compiled-package';
import type { WorkInFlight } from './work-in-flight';

/** What a script gave to `App`, `Page` or `Component`. */
export type Definition = Record<string, unknown> & { methods?: Record<string, unknown>; data?: unknown };

/** A wait up to this long is work in flight; a longer one (a poll, an animation) is not waited for. */
const shortWaitMs = 60;

interface Module {
  exports: unknown;
}

export class LogicLayer {
  readonly definitions = new Map<string, Definition>();
  app: Definition = {};
  private readonly modules = new Map<string, Module>();
  private readonly context: vm.Context;
  private loading = 'app';
  /** Timers that are set, each with what to do when it no longer is. */
  private readonly timers = new Map<NodeJS.Timeout, () => void>();

  constructor(
    private readonly pack: CompiledPackage,
    private readonly work: WorkInFlight,
    wx: object,
    pages: () => unknown[],
    private readonly onError: (error: unknown) => void,
  ) {
    const define = (definition: Definition) => this.definitions.set(this.loading, definition);
    const sandbox: Record<string, unknown> = {
      wx,
      console: this.quietConsole(),
      setTimeout: this.countedTimeout(),
      clearTimeout: (timer: NodeJS.Timeout) => this.forget(timer),
      setInterval: (run: () => void, ms?: number) =>
        this.note(
          setInterval(() => this.guard(run), ms),
          () => undefined,
        ),
      clearInterval: (timer: NodeJS.Timeout) => this.forget(timer),
      App: (definition: Definition) => (this.app = { ...definition }),
      Page: define,
      Component: define,
      Behavior: (definition: unknown) => definition,
      getApp: () => this.app,
      getCurrentPages: pages,
    };
    sandbox.global = sandbox;
    this.context = vm.createContext(sandbox, { name: 'logic layer' });
  }

  /** Where the package lies. */
  get folder(): string {
    return this.pack.folder;
  }

  /** Runs a callback of the platform; what it throws is an error of the app. */
  guard<T>(run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      this.onError(error);
      return undefined;
    }
  }

  /** Makes a value of the context's own out of JSON, so that `instanceof` holds inside. */
  inside(json: string): unknown {
    const parse = vm.runInContext('JSON.parse', this.context) as (text: string) => unknown;
    return parse(json);
  }

  /** Runs an expression inside, for tests of the layer itself. */
  evaluate(expression: string): unknown {
    return vm.runInContext(expression, this.context);
  }

  /** Runs one script of the package, once. Throws what it throws at load. */
  load(file: string): void {
    this.requireFrom('app.js')(`/${file}`);
  }

  private requireFrom(from: string): (id: string) => unknown {
    return (id) => {
      const place = id.startsWith('/') ? id.slice(1) : path.posix.join(path.posix.dirname(from), id);
      const file = place.endsWith('.js') ? place : `${place}.js`;
      const known = this.modules.get(file);
      if (known !== undefined) return known.exports;
      const module: Module = { exports: {} };
      this.modules.set(file, module);
      const script = new vm.Script(`(function (require, module, exports) {${this.pack.read(file)}\n})`, {
        filename: path.join(this.pack.folder, file),
      });
      const outer = this.loading;
      this.loading = file.replace(/\.js$/, '');
      try {
        const run = script.runInContext(this.context) as (
          require: (id: string) => unknown,
          module: Module,
          exports: unknown,
        ) => void;
        run(this.requireFrom(file), module, module.exports);
      } finally {
        this.loading = outer;
      }
      return module.exports;
    };
  }

  /** Ends all timers of the app, as closing it does. */
  stop(): void {
    for (const timer of [...this.timers.keys()]) this.forget(timer);
  }

  private note(timer: NodeJS.Timeout, whenOver: () => void): NodeJS.Timeout {
    this.timers.set(timer, whenOver);
    return timer;
  }

  private forget(timer: NodeJS.Timeout): void {
    clearTimeout(timer);
    this.timers.get(timer)?.();
    this.timers.delete(timer);
  }

  private countedTimeout() {
    return (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
      const end = ms <= shortWaitMs ? this.work.begin() : () => undefined;
      const timer = setTimeout(() => {
        this.guard(() => run(...args));
        this.forget(timer);
      }, ms);
      return this.note(timer, end);
    };
  }

  /** The app may log; an error that it logs is an error. */
  private quietConsole() {
    const silent = () => undefined;
    return {
      log: silent,
      info: silent,
      debug: silent,
      warn: silent,
      error: (...parts: unknown[]) => this.onError(new Error(format(...parts))),
    };
  }
}
