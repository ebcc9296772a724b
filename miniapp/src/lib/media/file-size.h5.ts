import { openFile } from './open-file.h5';

/** The browser's side of `fileSize`: object URLs end with their page. */
export const fileSize = async (path: string): Promise<number | undefined> => {
  try {
    return (await openFile(path)).size;
  } catch {
    return undefined;
  }
};
