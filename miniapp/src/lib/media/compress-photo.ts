import Taro from '@tarojs/taro';
import { fileSize } from './file-size';

/** Larger photos are made smaller before they are sent. */
const ENOUGH_BYTES = 2 * 1024 * 1024;

/**
 * A photo of less than 2 MB, as a rule, in which papers can still be read. One that the phone cannot make smaller (iOS
 * only does JPEG) is sent as it is: the cloud takes up to 20 MB.
 */
export const compressPhoto = async (path: string): Promise<string> => {
  if (((await fileSize(path)) ?? 0) <= ENOUGH_BYTES) return path;
  try {
    const { tempFilePath } = await Taro.compressImage({ src: path, quality: 75, compressedWidth: 2400 });
    return tempFilePath;
  } catch (thrown) {
    console.warn('the photo was not made smaller', thrown);
    return path;
  }
};
