/** The view layer: WeChat's compiled templates rendered by its own component framework into jsdom. */
import * as jComponent from 'j-component';
import 'miniprogram-simulate';
import * as exparser from 'miniprogram-exparser';
import type { CompiledPackage } from './compiled-package';
import { acrossBridge, type Json, type JsonObject } from './json';
import type { Definition } from './logic-layer';
import type { ViewNode } from './view-tree';

interface RenderedPage {
  readonly root: ViewNode;
  setData: (data: JsonObject) => void;
  detach: () => void;
}

/** What the simulator's root component is made of, beyond its published type. */
interface RootComponent {
  _exparserNode: ViewNode;
  setData: (data: JsonObject) => void;
  attach: (parent: Node) => void;
  detach: () => void;
}

/** Gestures climb to the ancestors; what a field or a scroll view says stays with it. */
const climbing = /^(tap|longpress|longtap|touch(start|move|end|cancel)|transitionend|animation.*)$/;

let packages = 0;

export class ViewLayer {
  private readonly prefix = `phone${(packages += 1)}_`;
  private readonly registered = new Set<string>();

  /**
   * @param definitionOf what the page's or component's script registered.
   * @param handle carries an event to a method of the topmost page of that file.
   */
  constructor(
    private readonly pack: CompiledPackage,
    private readonly definitionOf: (file: string) => Definition,
    private readonly handle: (file: string, method: string, event: Json) => void,
  ) {
    pack.templates();
  }

  /** Renders a page from its first data. */
  render(file: string): RenderedPage {
    const view = jComponent.create(this.register(file, 'page'), {}) as unknown as RootComponent;
    const host = document.createElement('div');
    document.body.append(host);
    view.attach(host);
    return {
      root: view._exparserNode,
      setData: (data) => view.setData(data),
      detach: () => {
        view.detach();
        host.remove();
      },
    };
  }

  /** Lets a node of a rendered page say something, as a finger or a keyboard would. */
  dispatch(node: ViewNode, type: string, detail: unknown, touches: readonly object[] = []): void {
    const climbs = climbing.test(type);
    exparser.Event.dispatchEvent(
      node,
      exparser.Event.create(type, detail, {
        bubbles: climbs,
        capturePhase: climbs,
        composed: climbs,
        extraFields: { touches, changedTouches: touches },
      }),
    );
  }

  private register(file: string, tagName: string): string {
    const id = this.prefix + file.replace(/\W/g, '_');
    // A component may use itself, so its name must be known before its own components are.
    if (this.registered.has(file)) return id;
    this.registered.add(file);
    const definition = this.definitionOf(file);
    const usingComponents = Object.fromEntries(
      Object.entries(this.pack.componentsOf(file)).map(([tag, target]) => [tag, this.register(target, tag)]),
    );
    jComponent.register({
      id,
      path: `/${this.prefix}${file}`,
      tagName,
      template: this.pack.templates()(`${file}.wxml`) as string,
      usingComponents,
      properties: propertiesOf(definition),
      data: (acrossBridge(definition.data) ?? {}) as JsonObject,
      methods: this.methodsOf(file, definition),
      options: (acrossBridge(definition.options) ?? {}) as JsonObject,
    } as unknown as Parameters<typeof jComponent.register>[0]);
    return id;
  }

  private methodsOf(file: string, definition: Definition): Record<string, (event: unknown) => void> {
    const lifecycle = new Set(['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload', 'onShareAppMessage']);
    const own = Object.entries({ ...definition, ...definition.methods })
      .filter(([name, value]) => typeof value === 'function' && !lifecycle.has(name))
      .map(([name]) => name);
    return Object.fromEntries(
      own.map((name) => [
        name,
        (event: unknown) => this.handle(file, name, acrossBridge(eventFields(event))),
      ]),
    );
  }
}

/** The fields that cross the bridge. */
function eventFields(event: unknown): object {
  const names = ['type', 'timeStamp', 'target', 'currentTarget', 'detail', 'touches', 'changedTouches'];
  return Object.fromEntries(
    names.map((name) => [
      name,
      typeof event === 'object' && event !== null ? Reflect.get(event, name) : null,
    ]),
  );
}

/** Types of properties are constructors of the logic layer's context; the view layer wants its own. */
function propertiesOf(definition: Definition): Record<string, { type: unknown; value: Json }> {
  const own: Record<string, unknown> = { Object, String, Number, Boolean, Array };
  const declared = (definition.properties ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(declared).map(([name, property]) => {
      const isConstructor = typeof property === 'function';
      const type = (isConstructor ? property : Reflect.get(property as object, 'type')) as {
        name?: string;
      } | null;
      const value: unknown = isConstructor ? undefined : Reflect.get(property as object, 'value');
      return [name, { type: own[type?.name ?? ''] ?? null, value: acrossBridge(value) }];
    }),
  );
}
