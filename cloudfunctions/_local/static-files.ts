import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { LocalRequest, LocalResponse } from './wechat-side';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/** Serves the browser build; addresses of pages inside it give its `index.html`. */
export async function serveStatic(
  directory: string | undefined,
  request: LocalRequest,
): Promise<LocalResponse> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'method not allowed');
  if (directory === undefined) return plain(404, 'no browser build is served here');
  const wanted = safePath(directory, request.path);
  if (wanted === undefined) return plain(400, 'bad path');
  const file =
    (await fileAt(wanted)) ??
    (extname(wanted) === '' ? await fileAt(join(directory, 'index.html')) : undefined);
  if (file === undefined) return plain(404, 'not found');
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  return {
    status: 200,
    headers: { 'content-type': type, 'cache-control': 'no-cache' },
    body: await readFile(file),
  };
}

function safePath(directory: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  const root = normalize(directory + sep);
  const full = normalize(join(root, decoded.includes('\0') ? '' : decoded));
  return full.startsWith(root) ? full : undefined;
}

async function fileAt(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() === true) return path;
  return found?.isDirectory() === true &&
    (await stat(join(path, 'index.html')).catch(() => undefined)) !== undefined
    ? join(path, 'index.html')
    : undefined;
}

function plain(status: number, text: string): LocalResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: text };
}
