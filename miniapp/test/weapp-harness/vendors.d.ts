/** The few things that the harness uses of three packages without types. */

declare module 'miniprogram-compiler' {
  /** Compiles all templates below a folder into one script that defines `$gwx`. Throws on a broken template. */
  export function wxmlToJs(folder: string, options?: { maxBuffer?: number }): string;
}

/** Registers the built-in components with the view layer when it is loaded. */
declare module 'miniprogram-simulate';

declare module 'miniprogram-exparser' {
  export interface ViewNode {
    /** The composed children. */
    __wxSlotChildren?: ViewNode[];
    /** Whether it only holds others: a slot, a condition, a list. Texts have none. */
    __virtual?: boolean;
    textContent?: string;
    id?: string;
    dataset?: Record<string, unknown>;
    /** The template's node: tag and attributes as they were last sent. */
    _vt?: { tagName: string; componentId?: string; attrs: { name: string; value: unknown }[] };
  }
  export const TextNode: new () => ViewNode;
  export const Event: {
    create: (type: string, detail: unknown, options: Record<string, unknown>) => unknown;
    dispatchEvent: (target: ViewNode, event: unknown) => void;
  };
}
