import type { FilePort } from '../_core/ports/files';
import type { Cloudbase } from './cloudbase';

/** A family looks at its photos right away. */
const URL_SECONDS = 600;

/** File storage of WeChat Cloud through the official SDK. Source: CloudBase node-sdk, "云存储". */
export const createCloudbaseFiles = (app: Cloudbase): FilePort => ({
  read: async (fileId) => {
    const { fileList } = await app.getTempFileURL({ fileList: [{ fileID: fileId, maxAge: URL_SECONDS }] });
    if (!fileList[0]?.tempFileURL) return undefined;
    const { fileContent } = await app.downloadFile({ fileID: fileId });
    return fileContent as Buffer;
  },
  stream: async (fileId) => {
    const { fileList } = await app.getTempFileURL({ fileList: [{ fileID: fileId, maxAge: URL_SECONDS }] });
    const url = fileList[0]?.tempFileURL;
    if (!url) return undefined;
    const { ok, status, body } = await fetch(url);
    if (status === 404) return undefined;
    if (!ok || !body) throw new Error(`file storage answered ${String(status)}`);
    return body as unknown as AsyncIterable<Uint8Array>;
  },
  write: async (path, bytes) => {
    const { fileID } = await app.uploadFile({ cloudPath: path, fileContent: bytes });
    return fileID;
  },
  temporaryUrls: async (fileIds) => {
    if (fileIds.length === 0) return [];
    const asked = fileIds.map((fileID) => ({ fileID, maxAge: URL_SECONDS }));
    const { fileList } = await app.getTempFileURL({ fileList: asked });
    return fileList.map((file) => file.tempFileURL);
  },
  remove: async (fileIds) => {
    if (fileIds.length > 0) await app.deleteFile({ fileList: [...fileIds] });
  },
});
