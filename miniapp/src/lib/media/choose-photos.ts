import Taro from '@tarojs/taro';

/**
 * Lets the person take photos or choose them from the album, compressed by the phone where it does.
 *
 * @param count how many the phone should let them choose, 1 to 20; some phones and computers let them choose more.
 * @returns the temporary paths of all that were chosen; empty when the person turned back.
 */
export const choosePhotos = async (count: number): Promise<string[]> => {
  try {
    const chosen = await Taro.chooseMedia({
      count: Math.min(count, 20),
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
    });
    return chosen.tempFiles.map((file) => file.tempFilePath);
  } catch (thrown) {
    console.warn('no photo was chosen', thrown);
    return [];
  }
};
