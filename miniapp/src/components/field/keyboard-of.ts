import { inputNamed } from '@/lib/a11y/named';

/** What is typed, and so which keyboard the phone opens. */
export type FieldKind = 'text' | 'name' | 'idcard' | 'digit' | 'money' | 'phone';

interface Keyboard {
  maxLength: number;
  attributes: Record<string, unknown>;
}

const phoneTypes = {
  text: 'text',
  name: 'text',
  idcard: 'idcard',
  digit: 'number',
  money: 'digit',
  phone: 'number',
} as const;
const browserModes = {
  text: 'text',
  name: 'text',
  idcard: 'text',
  digit: 'numeric',
  money: 'decimal',
  phone: 'tel',
} as const;
const autofill: Partial<Record<FieldKind, string>> = { name: 'name', phone: 'tel' };
/** Numbers may be pasted with blanks, a phone's with its country, too: 350421 19850307 0019, +86 138 5080 1234. */
const lengths = { text: 140, name: 30, idcard: 40, digit: 20, money: 12, phone: 20 } as const;

/**
 * The attributes that open the right keyboard. The browser's own number box is never used: it has arrows and
 * loses zeros.
 */
export const keyboardOf = (kind: FieldKind, label: string): Keyboard => ({
  maxLength: lengths[kind],
  attributes: {
    type: process.env.TARO_ENV === 'h5' ? 'text' : phoneTypes[kind],
    ...inputNamed(label, { inputMode: browserModes[kind], autoComplete: autofill[kind] ?? 'off' }),
  },
});
