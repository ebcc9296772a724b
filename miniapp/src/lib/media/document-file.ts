import Taro from '@tarojs/taro';

/** A file that the cloud has just given an address for. */
export interface DocumentFile {
  url: string;
  /** What it is called where it is kept. */
  fileName: string;
}

const fetched = async ({ url }: DocumentFile): Promise<string> => {
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url });
  if (statusCode !== 200) throw new Error(`download answered ${String(statusCode)}`);
  return tempFilePath;
};

/** Opens a PDF or a workbook in WeChat's reader, whose menu keeps it, prints it and passes it on. Rejects when it cannot be had. */
export const openDocument = async (file: DocumentFile): Promise<void> => {
  const fileType = file.fileName.endsWith('.xlsx') ? 'xlsx' : 'pdf';
  await Taro.openDocument({ filePath: await fetched(file), fileType, showMenu: true });
};

/** Sends a PDF to a chat that the person chooses. Resolves also when they choose none. */
export const forwardDocument = async (file: DocumentFile): Promise<void> => {
  const filePath = await fetched(file);
  await Taro.shareFileMessage({ filePath, fileName: file.fileName }).catch(() => {
    // They went back without choosing a chat.
  });
};
