import { AppError } from '../../../shared/errors/app-error';
import { isUnreadable, type UnreadableReason } from '../../_core/ports/spreadsheet';

/** What is said of a file that is no spreadsheet, and how to make one of it. */
const WORDS: Readonly<Record<UnreadableReason, string>> = {
  empty: '这是一个空文件，请重新选择。',
  tooLarge: '文件超过 20 MB，请分成几份上传。',
  oldExcel: '这是旧版表格（.xls），请打开后另存为“Excel 工作簿（.xlsx）”再传。',
  binaryExcel: '这是 .xlsb 表格，请打开后另存为“Excel 工作簿（.xlsx）”再传。',
  openDocument: '这是 .ods 表格，请打开后另存为 .xlsx 或 .csv 再传。',
  appleDocument: '这是苹果电脑的 .numbers 表格，请打开后选“导出为 Excel”，传导出的 .xlsx。',
  xmlTable: '这是 .xml 表格，请打开后另存为“Excel 工作簿（.xlsx）”再传。',
  encrypted: '这个表格设了打开密码，请取消密码、另存后再传。',
  macro: '这个表格带有宏程序，不能接收。请另存为“Excel 工作簿（.xlsx）”再传。',
  webPage: '这个文件其实是网页，不是表格。请用表格软件打开，另存为 .xlsx 再传。',
  pdf: '这是 PDF，不是表格。请上传原来的表格，或者下载模板填好再传。',
  picture: '这是图片，不是表格。请下载模板，把名单填进去再传。',
  textDocument: '这是文字文档（.doc 一类），不是表格。请把名单复制到模板里再传。',
  slides: '这是演示文稿（.ppt 一类），不是表格。请把名单复制到模板里再传。',
  archive: '这是压缩包。请先解压，再上传里面的 .xlsx 或 .csv。',
  otherKind: '这不是表格文件，请上传 .xlsx 或 .csv。',
  bomb: '这个文件展开后大得不正常，不能接收。请把名单复制到新的表格里再传。',
  damaged: '文件损坏了，读不出来。请用表格软件打开，另存一份再传。',
  encoding: '文件里有乱码。请用表格软件打开，另存为 .xlsx 再传。',
};

/** Does something with a file; what makes it unreadable becomes ROSTER_FILE_UNREADABLE at the file. */
export const readingFile = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (thrown) {
    if (!isUnreadable(thrown)) throw thrown;
    const message = WORDS[thrown.reason];
    throw new AppError('ROSTER_FILE_UNREADABLE', {
      message,
      places: [{ path: 'fileId', code: 'ROSTER_FILE_UNREADABLE', message }],
      cause: thrown,
    });
  }
};
