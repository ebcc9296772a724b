import { useEffect, useRef, useState } from 'react';
import { z } from 'shared/zod';
import { dropStored, readStored, writeStored } from './storage';

/** A form that survives leaving the page and closing the app. */
export interface Draft<T> {
  value: T;
  /** Changes the draft; it is on the phone as soon as the page has drawn it. */
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
  const [value, setValue] = useState<T>(() => {
    const stored = z.safeParse(schema, readStored(keyOf(name)));
    return stored.success ? stored.data : initial;
  });
  const start = useRef(initial);
  const written = useRef(value);
  useEffect(() => {
    if (written.current === value) return;
    written.current = value;
    if (value !== start.current) writeStored(keyOf(name), value);
  }, [name, value]);
  return {
    value,
    set: (change) => setValue((current) => ({ ...current, ...change })),
    clear: () => {
      dropStored(keyOf(name));
      written.current = start.current;
      setValue(start.current);
    },
  };
};
