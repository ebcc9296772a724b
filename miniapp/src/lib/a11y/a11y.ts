/** What a screen reader should know of an element. */
export interface Accessible {
  role?:
    | 'button'
    | 'link'
    | 'radio'
    | 'radiogroup'
    | 'checkbox'
    | 'tab'
    | 'tablist'
    | 'alert'
    | 'status'
    | 'img'
    | 'heading'
    | 'list'
    | 'listitem'
    | 'progressbar'
    | 'dialog'
    | 'region'
    | 'table'
    | 'row';
  /** Chinese name, where the text inside does not say enough. */
  label?: string;
  checked?: boolean;
  selected?: boolean;
  disabled?: boolean;
  expanded?: boolean;
  /** Ornament: not read aloud. */
  hidden?: boolean;
  /** Level of a heading, 1 to 3; browser only. */
  level?: 1 | 2 | 3;
}

const pressable = new Set(['button', 'link', 'radio', 'checkbox', 'tab']);
const inBrowser = process.env.TARO_ENV === 'h5';

/**
 * The attributes for one element: `aria-role` on the phone, `role` and a place in the tab order in the browser.
 * States are text (`'true'`), because both sides read attributes as text.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/component/aria-component.html
 */
export const a11y = (about: Accessible): Record<string, string | number> => {
  const attributes: Record<string, string | number> = {};
  if (about.role !== undefined) attributes[inBrowser ? 'role' : 'aria-role'] = about.role;
  if (about.label !== undefined) attributes['aria-label'] = about.label;
  for (const state of ['checked', 'selected', 'disabled', 'expanded', 'hidden'] as const) {
    const value = about[state];
    if (value !== undefined) attributes[`aria-${state}`] = String(value);
  }
  if (inBrowser) {
    if (about.level !== undefined) attributes['aria-level'] = about.level;
    if (about.role !== undefined && pressable.has(about.role)) {
      attributes['tabIndex'] = about.disabled === true ? -1 : 0;
      // Taro's browser elements cannot take an attribute away again: it must always be there.
      attributes['aria-disabled'] = String(about.disabled === true);
    }
  }
  return attributes;
};
