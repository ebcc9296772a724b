import { useRef, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { z } from 'shared/zod';
import { dropStored, readStored, storedKeys, writeStored } from './storage';

/** A form that survives leaving the page and closing the app; several pages may fill in one. */
export interface Draft<T> {
  value: T;
  /** Changes the draft; it is on the phone at once. */
  set: (change: Partial<T>) => void;
  /** Forgets the draft, after it was sent. */
  clear: () => void;
  /** Shows what was written or forgotten outside the page. */
  reread: () => void;
}

const PREFIX = 'draft:';
const keyOf = (name: string) => `${PREFIX}${name}`;

/** A draft as it lies on the phone; undefined when there is none, or one of another shape. */
export const readDraft = <T>(name: string, schema: z.ZodMiniType<T>): T | undefined => {
  const kept = z.safeParse(schema, readStored(keyOf(name)));
  return kept.success ? kept.data : undefined;
};

/** Writes a draft outside a page. */
export const writeDraft = (name: string, value: object): void => writeStored(keyOf(name), value);

/** Forgets a draft outside a page. */
export const dropDraft = (name: string): void => dropStored(keyOf(name));

/** All drafts of this phone as one text: what it does not hold, no draft names. */
export const textOfDrafts = (): string =>
  JSON.stringify(
    storedKeys()
      .filter((key) => key.startsWith(PREFIX))
      .map(readStored),
  );

/**
 * Keeps the draft of one form on the phone.
 *
 * @param name one per form, for example `buy`.
 * @param schema what a stored draft must look like; an older or broken one is dropped.
 * @param initial the form before anything is filled in.
 */
export const useDraft = <T extends object>(name: string, schema: z.ZodMiniType<T>, initial: T): Draft<T> => {
  const start = useRef(initial);
  const stored = (): T => readDraft(name, schema) ?? start.current;
  const [value, setValue] = useState(stored);
  const newest = useRef(value);
  const show = (next: T) => {
    newest.current = next;
    setValue(next);
  };
  const reread = () => {
    const kept = stored();
    if (JSON.stringify(kept) !== JSON.stringify(newest.current)) show(kept);
  };
  // A page that comes back to sight shows what a later page of the same form has filled in since.
  useDidShow(reread);
  return {
    value,
    set: (change) => {
      // Another page of the form may have written since this one was shown.
      const next = { ...(readDraft(name, schema) ?? newest.current), ...change };
      // Before anything is drawn: the page that is opened in the same breath reads it.
      writeDraft(name, next);
      show(next);
    },
    clear: () => {
      dropDraft(name);
      show(start.current);
    },
    reread,
  };
};
