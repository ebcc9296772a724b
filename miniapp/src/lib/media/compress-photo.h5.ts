import { fileSize } from './file-size';
import { openFile } from './open-file.h5';

const ENOUGH_BYTES = 2 * 1024 * 1024;
const LONGEST_SIDE = 2400;

const drawnSmaller = async (path: string): Promise<Blob | null> => {
  const picture = await createImageBitmap(await openFile(path));
  const share = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * share);
  canvas.height = Math.round(picture.height * share);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.75));
};

/** The browser's side of `compressPhoto`. */
export const compressPhoto = async (path: string): Promise<string> => {
  if (((await fileSize(path)) ?? 0) <= ENOUGH_BYTES) return path;
  try {
    const smaller = await drawnSmaller(path);
    return smaller === null ? path : URL.createObjectURL(smaller);
  } catch (thrown) {
    console.warn('the photo was not made smaller', thrown);
    return path;
  }
};
