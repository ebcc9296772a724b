import type { LocalRequest, LocalResponse } from '../wechat-side';
import { LARGEST_FILE, type FileStorage, type StoredFile } from './storage';

const PREFIX = '/storage/';

/** Serves signed addresses: `PUT` from the SDK's upload, `GET` and `HEAD` of temporary download addresses. */
export async function answerStorage(
  storage: FileStorage,
  request: LocalRequest,
  now: number,
): Promise<LocalResponse> {
  const path = decoded(request.path.slice(PREFIX.length));
  const right = request.method === 'PUT' ? 'put' : 'get';
  if (right === 'get' && request.method !== 'GET' && request.method !== 'HEAD') {
    return refusal(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.');
  }
  const verdict = storage.signer.verify(right, path, request.query, now);
  if (verdict === 'forged')
    return refusal(403, 'SignatureDoesNotMatch', 'The Signature you specified is invalid.');
  if (verdict === 'expired') return refusal(403, 'AccessDenied', 'Request has expired.');
  if (right === 'put') {
    if (request.body.length > LARGEST_FILE) {
      return refusal(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.');
    }
    await storage.store(path, request.body, request.headers['content-type'] ?? typeOf(path));
    return { status: 200, body: '' };
  }
  const file = storage.find(path);
  if (file === undefined) return refusal(404, 'NoSuchKey', 'The specified key does not exist.');
  return served(file, request.method === 'HEAD' ? undefined : await storage.read(file));
}

function served(file: StoredFile, body: Buffer | undefined): LocalResponse {
  const headers = {
    'content-type': file.contentType,
    'content-length': String(file.size),
    etag: `"${file.etag}"`,
    // Uploaded content is never run as a page of this origin.
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  };
  return { status: 200, headers, ...(body === undefined ? {} : { body }) };
}

const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The content type that a path's ending stands for. */
export function typeOf(path: string): string {
  return TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** An error in the object store's XML, which the SDK reads. */
function refusal(status: number, code: string, message: string): LocalResponse {
  const body =
    `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message>` +
    '<RequestId>local</RequestId><TraceId>local</TraceId></Error>';
  return { status, headers: { 'content-type': 'application/xml' }, body };
}
