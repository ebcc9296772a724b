/**
 * The id of an element, if it has one: `<View {...named(id)}>`. Taro's browser elements write `id={undefined}` as the
 * text "undefined", so an id that is not there must not be passed on.
 */
export const named = (id: string | undefined): { id?: string } => (id === undefined ? {} : { id });

const inBrowser = process.env.TARO_ENV === 'h5';

/**
 * The name of a typed answer for a screen reader. In the browser it must stand on the inner `<input>`, and only there;
 * `more` are further attributes of that element.
 */
export const inputNamed = (label: string, more: Record<string, string> = {}): Record<string, unknown> =>
  inBrowser ? { nativeProps: { 'aria-label': label, ...more } } : { 'aria-label': label };
