import { CloudError } from '../engine/errors';
import { checkedCloudPath } from '../storage/cloud-path';
import type { FileStorage } from '../storage/storage';
import { typeOf } from '../storage/storage-door';
import type { LocalRequest, LocalResponse } from '../wechat-side';
import { json, refused } from './replies';

/** Clients may write here and nowhere else; functions look at what they wrote and move it. */
const CLIENT_FOLDERS = ['claims-inbox/', 'rosters-inbox/'];
const LARGEST_UPLOAD = 20 * 1024 * 1024;

/** `PUT /_local/files/PATH`: what `wx.cloud.uploadFile` does. Answers `{fileID}`. */
export async function answerUpload(
  storage: FileStorage,
  encodedPath: string,
  request: LocalRequest,
): Promise<LocalResponse> {
  if ((request.headers['x-openid'] ?? '') === '') return refused('UNAUTHENTICATED', '请先登录微信。', 401);
  if (request.body.length > LARGEST_UPLOAD) return refused('FILE_TOO_LARGE', '文件不能超过 20 MB。', 413);
  try {
    const path = checkedCloudPath(decodeURIComponent(encodedPath));
    if (!CLIENT_FOLDERS.some((folder) => path.startsWith(folder)))
      return refused('FORBIDDEN', '没有上传到此位置的权限。', 403);
    return json({ fileID: await storage.store(path, request.body, typeOf(path)) });
  } catch (error) {
    if (error instanceof CloudError || error instanceof URIError) {
      return refused('INVALID_PATH', '文件路径不正确。', 400);
    }
    throw error;
  }
}
