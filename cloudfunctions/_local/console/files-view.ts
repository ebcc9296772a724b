import { refused } from '../doors/replies';
import type { LocalResponse } from '../wechat-side';
import type { ConsoleParts } from './console-parts';
import type { FilesView } from './wire';

export function filesView({ storage }: ConsoleParts): FilesView {
  const files = storage.list('').map(({ path, size, contentType, storedAt }) => ({
    path,
    size,
    contentType,
    storedAt,
  }));
  return { files: files.sort((a, b) => b.storedAt - a.storedAt) };
}

/** `GET file?path=`: leads to a temporary address, as a client gets one; the storage serves it as a sealed page. */
export function openFile({ storage }: ConsoleParts, path: string): LocalResponse {
  const { code, tempFileURL } = storage.downloadUrl(storage.ids.idOf(path));
  if (code !== 'SUCCESS') return refused('FILE_NOT_FOUND', '没有这个文件。', 404);
  const { pathname, search } = new URL(tempFileURL);
  return { status: 302, headers: { location: pathname + search, 'cache-control': 'no-store' } };
}
