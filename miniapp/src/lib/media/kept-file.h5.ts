import { randomText } from '../random/random-text';
import { textOfDrafts } from '../storage/draft';
import { CACHE, isKept, openFile } from './open-file.h5';

export { isKept };

/** The browser's side of `keepFile`: object URLs end with their page, what is in its cache does not. */
export const keepFile = async (path: string): Promise<string | undefined> => {
  try {
    const file = await openFile(path);
    const kept = `/unsent/${randomText(12)}`;
    await (await caches.open(CACHE)).put(kept, new Response(file));
    return kept;
  } catch (thrown) {
    console.warn('the file was not kept', thrown);
    return undefined;
  }
};

const drop = async (path: string): Promise<void> => {
  try {
    await (await caches.open(CACHE)).delete(path);
  } catch (thrown) {
    console.warn('the file was not deleted', thrown);
  }
};

/** The browser's side of `dropFile`. */
export const dropFile = (path: string): void => {
  if (isKept(path)) void drop(path);
};

const sweep = async (): Promise<void> => {
  const drafts = textOfDrafts();
  for (const { url } of await (await caches.open(CACHE)).keys()) {
    const path = new URL(url).pathname;
    if (!drafts.includes(path)) await drop(path);
  }
};

/** The browser's side of `dropOrphans`. */
export const dropOrphans = (): void => {
  // Only pages of a safe origin have a cache, whatever the types say.
  if ('caches' in window) sweep().catch((thrown: unknown) => console.warn('the cache was not read', thrown));
};
