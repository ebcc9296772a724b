/** Single keys and what they do. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** Single keys that do something while a page is shown: the browser's side only, a phone has none. */
export const useShortcuts = (_keys: Shortcuts): void => undefined;
