import Taro from '@tarojs/taro';
import { CallFailed } from './call-failed';
import { inboxPath, NOT_UPLOADED, type Inbox } from './inbox-path';

/**
 * Uploads a file of this phone to an inbox; a cloud function checks and moves it later.
 *
 * @param path what `choosePhotos` or `chooseSheet` gave.
 * @returns the file id, to be put into a call.
 * @throws CallFailed NETWORK.
 */
export const uploadFile = async (path: string, inbox: Inbox = 'claims-inbox'): Promise<string> => {
  try {
    const { fileID } = await Taro.cloud.uploadFile({ cloudPath: inboxPath(path, inbox), filePath: path });
    return fileID;
  } catch {
    throw new CallFailed('NETWORK', { message: NOT_UPLOADED[inbox] });
  }
};
