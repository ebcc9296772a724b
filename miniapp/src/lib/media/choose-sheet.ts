import Taro from '@tarojs/taro';

/** A spreadsheet on this phone. */
export interface ChosenSheet {
  /** Temporary. */
  path: string;
  name: string;
}

/** Lets the person choose a file from a chat: a phone's own folders are closed to mini-programs. Undefined when they turned back. */
export const chooseSheet = async (): Promise<ChosenSheet | undefined> => {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({
      count: 1,
      type: 'file',
      // Others than are read may be chosen, too: whoever sends one is told what to do with it.
      extension: ['xlsx', 'csv', 'txt', 'xls', 'xlsm', 'xlsb', 'et', 'ods', 'numbers'],
    });
    const [file] = tempFiles;
    return file && { path: file.path, name: file.name };
  } catch (thrown) {
    console.warn('no file was chosen', thrown);
    return undefined;
  }
};
