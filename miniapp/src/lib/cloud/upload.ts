import Taro from '@tarojs/taro';
import { CallFailed } from './call-failed';
import { inboxPath } from './inbox-path';

/**
 * Uploads a file of this phone to the family's inbox; a cloud function checks and moves it later.
 *
 * @param path what `choosePhotos` gave.
 * @returns the file id, to be put into a call.
 * @throws CallFailed NETWORK.
 */
export const uploadFile = async (path: string): Promise<string> => {
  try {
    const { fileID } = await Taro.cloud.uploadFile({ cloudPath: inboxPath(path), filePath: path });
    return fileID;
  } catch {
    throw new CallFailed('NETWORK', { message: '照片没有传上去，请检查网络后再传一次。' });
  }
};
