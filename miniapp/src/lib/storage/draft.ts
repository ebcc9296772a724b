import { useRef, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { z } from 'shared/zod';
import { dropStored, readStored, writeStored } from './storage';

/** A form that survives leaving the page and closing the app; several pages may fill in one. */
export interface Draft<T> {
  value: T;
  /** Changes the draft; it is on the phone at once. */
  set: (change: Partial<T>) => void;
  /** Forgets the draft, after it was sent. */
  clear: () => void;
}

const keyOf = (name: string) => `draft:${name}`;

/**
 * Keeps the draft of one form on the phone.
 *
 * @param name one per form, for example `buy`.
 * @param schema what a stored draft must look like; an older or broken one is dropped.
 * @param initial the form before anything is filled in.
 */
export const useDraft = <T extends object>(name: string, schema: z.ZodMiniType<T>, initial: T): Draft<T> => {
  const start = useRef(initial);
  const stored = (): T => {
    const kept = z.safeParse(schema, readStored(keyOf(name)));
    return kept.success ? kept.data : start.current;
  };
  const [value, setValue] = useState(stored);
  const newest = useRef(value);
  const show = (next: T) => {
    newest.current = next;
    setValue(next);
  };
  // A page that comes back to sight shows what a later page of the same form has filled in since.
  useDidShow(() => {
    const kept = stored();
    if (JSON.stringify(kept) !== JSON.stringify(newest.current)) show(kept);
  });
  return {
    value,
    set: (change) => {
      const next = { ...newest.current, ...change };
      // Before anything is drawn: the page that is opened in the same breath reads it.
      writeStored(keyOf(name), next);
      show(next);
    },
    clear: () => {
      dropStored(keyOf(name));
      show(start.current);
    },
  };
};
