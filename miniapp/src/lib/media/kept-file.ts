import Taro from '@tarojs/taro';
import { randomText } from '../random/random-text';
import { textOfDrafts } from '../storage/draft';

/** How the names of files that wait to be sent begin; nothing else of the app's folder is touched. */
const PREFIX = 'unsent-';
const folder = (): string => Taro.env.USER_DATA_PATH ?? '';
const ending = (path: string): string => /\.(\w{1,5})$/.exec(path)?.[1] ?? 'jpg';

/**
 * Copies a file into the app's own folder, where it outlives a closed app: WeChat clears temporary files when it likes.
 *
 * @returns the path to be remembered in a draft; undefined when the phone has no room: all files of the app may take 200 MB.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/framework/ability/file-system.html
 */
export const keepFile = (path: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const destPath = `${folder()}/${PREFIX}${randomText(12)}.${ending(path)}`;
    Taro.getFileSystemManager().copyFile({
      srcPath: path,
      destPath,
      success: () => resolve(destPath),
      fail: ({ errMsg }) => {
        console.warn('the file was not kept', errMsg);
        resolve(undefined);
      },
    });
  });

/** Whether a path is of a file that `keepFile` made. */
export const isKept = (path: string): boolean => path.startsWith(`${folder()}/${PREFIX}`);

/** Deletes a kept file, once it has arrived or is no longer wanted; any other file stays. */
export const dropFile = (path: string): void => {
  if (!isKept(path)) return;
  Taro.getFileSystemManager().unlink({
    filePath: path,
    fail: ({ errMsg }) => console.warn('the file was not deleted', errMsg),
  });
};

/** Deletes kept files that no draft names: the app was closed between the one and the other. Once, when the app starts. */
export const dropOrphans = (): void =>
  Taro.getFileSystemManager().readdir({
    dirPath: folder(),
    success: ({ files }) => {
      const drafts = textOfDrafts();
      for (const name of files)
        if (name.startsWith(PREFIX) && !drafts.includes(name)) dropFile(`${folder()}/${name}`);
    },
    fail: ({ errMsg }) => console.warn('the folder was not read', errMsg),
  });
