/** The browser's side of `fileSize`: object URLs end with their page. */
export const fileSize = async (path: string): Promise<number | undefined> => {
  try {
    return (await (await fetch(path)).blob()).size;
  } catch {
    return undefined;
  }
};
