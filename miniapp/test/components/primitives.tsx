/**
 * Taro's primitives as plain HTML for component tests, so that Testing Library finds them by role and name.
 * Only what a component of ours may rely on: attributes, `onClick`, `onInput`/`onChange` with `detail.value`.
 */
import { createElement, forwardRef, type ChangeEvent, type ForwardedRef, type ReactNode } from 'react';

type Props = Record<string, unknown>;

/** Attributes that mean something to a phone and nothing to HTML. */
const phoneOnly = new Set([
  'hoverClass',
  'hoverStayTime',
  'hoverStartTime',
  'placeholderClass',
  'placeholderStyle',
  'compileMode',
  'catchMove',
  'openType',
  'lazyLoad',
  'loading',
  'scrollX',
  'scrollY',
  'scrollIntoView',
  'scrollTop',
  'scrollLeft',
  'scrollWithAnimation',
  'enhanced',
  'showScrollbar',
  'confirmType',
  'adjustPosition',
  'cursorSpacing',
  'autoHeight',
  'canvasId',
  'disableScroll',
  'userSelect',
  'nativeProps',
  'formType',
]);

/** The phone takes a style as text, React DOM as an object: `width:50%` → `{ width: '50%' }`. */
function styleObject(text: string): Record<string, string> {
  const pairs = text.split(';').map((part) => part.split(/:(.*)/s));
  return Object.fromEntries(
    pairs.flatMap(([name = '', value = '']) => (name.trim() === '' ? [] : [[name.trim(), value.trim()]])),
  );
}

function htmlProps(props: Props): Props {
  const kept: Props = {};
  for (const [name, value] of Object.entries(props)) {
    if (phoneOnly.has(name)) continue;
    if (name === 'style' && typeof value === 'string') kept.style = styleObject(value);
    else kept[name === 'aria-role' || name === 'ariaRole' ? 'role' : name] = value;
  }
  return kept;
}

function box(tag: string) {
  const Box = (props: Props, ref: ForwardedRef<unknown>) => createElement(tag, { ...htmlProps(props), ref });
  Box.displayName = `Taro.${tag}`;
  return forwardRef(Box);
}

interface FieldProps extends Props {
  value?: string;
  maxlength?: number;
  type?: string;
  password?: boolean;
  onInput?: (event: { detail: { value: string } }) => void;
  onBlur?: (event: { detail: { value: string } }) => void;
  onFocus?: (event: { detail: { value: string } }) => void;
}

type TextEvent = ChangeEvent<HTMLInputElement>;

function field(tag: 'input' | 'textarea') {
  return function Field({
    value = '',
    maxlength,
    type: _type,
    password,
    onInput,
    onBlur,
    onFocus,
    ...rest
  }: FieldProps) {
    const told = (listener: FieldProps['onInput']) => (event: TextEvent) =>
      listener?.({ detail: { value: event.target.value } });
    return createElement(tag, {
      ...htmlProps(rest),
      value,
      maxLength: maxlength,
      ...(tag === 'input' ? { type: password === true ? 'password' : 'text' } : {}),
      onChange: told(onInput),
      onBlur: told(onBlur),
      onFocus: told(onFocus),
    });
  };
}

interface PickerProps extends Props {
  mode?: string;
  range?: readonly unknown[];
  rangeKey?: string;
  value?: string | number;
  children?: ReactNode;
  onChange?: (event: { detail: { value: string | number } }) => void;
}

function optionLabel(option: unknown, rangeKey: string | undefined): string {
  if (rangeKey !== undefined && typeof option === 'object' && option !== null) {
    return String(Reflect.get(option, rangeKey));
  }
  return String(option);
}

/** A selector becomes a `select`; a date or time picker becomes an input that takes the value as text. */
export function Picker({
  mode = 'selector',
  range = [],
  rangeKey,
  value,
  onChange,
  children,
  ...rest
}: PickerProps) {
  const label = typeof rest['aria-label'] === 'string' ? rest['aria-label'] : 'picker';
  const control =
    mode === 'selector'
      ? createElement(
          'select',
          {
            'aria-label': label,
            value,
            onChange: (event: ChangeEvent<HTMLSelectElement>) =>
              onChange?.({ detail: { value: Number(event.target.value) } }),
          },
          range.map((option, index) =>
            createElement('option', { key: index, value: index }, optionLabel(option, rangeKey)),
          ),
        )
      : createElement('input', {
          'aria-label': label,
          value: value ?? '',
          onChange: (event: TextEvent) => onChange?.({ detail: { value: event.target.value } }),
        });
  return createElement('div', htmlProps({ ...rest, 'aria-label': undefined }), control, children);
}

export function Button({ disabled, loading, onClick, ...rest }: Props) {
  return createElement('button', {
    ...htmlProps(rest),
    type: 'button',
    disabled: disabled === true || loading === true,
    onClick,
  });
}

export function Image({ src, mode: _mode, ...rest }: Props) {
  const label = rest['aria-label'];
  return createElement('img', { ...htmlProps(rest), src, alt: typeof label === 'string' ? label : '' });
}

export function Switch({ checked, onChange, ...rest }: Props & { onChange?: (event: unknown) => void }) {
  return createElement('input', {
    ...htmlProps(rest),
    type: 'checkbox',
    role: 'switch',
    checked: checked === true,
    onChange: (event: TextEvent) => onChange?.({ detail: { value: event.target.checked } }),
  });
}

export const View = box('div');
export const Text = box('span');
export const ScrollView = box('div');
export const Form = box('form');
export const Label = box('label');
export const Canvas = box('canvas');
export const RootPortal = box('div');
export const PageMeta = box('div');
export const Input = field('input');
export const Textarea = field('textarea');
