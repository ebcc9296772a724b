import Taro from '@tarojs/taro';

/** The bytes of a file chosen earlier; undefined when it is gone: WeChat clears temporary files when it likes. */
export const fileSize = (path: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath: path,
      success: ({ size }) => resolve(size),
      fail: () => resolve(undefined),
    });
  });
