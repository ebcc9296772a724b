/** Where kept files lie in the browser. */
export const CACHE = 'unsent';

/** The browser's side of `isKept`. */
export const isKept = (path: string): boolean => path.startsWith('/unsent/');

/** What lies under a path: kept, or an object URL of this visit. Throws when it is gone. */
export const openFile = async (path: string): Promise<Blob> => {
  const found = isKept(path) ? await (await caches.open(CACHE)).match(path) : await fetch(path);
  if (found === undefined) throw new Error(`no file ${path}`);
  return found.blob();
};
