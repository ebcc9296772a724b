import { CloudError } from '../engine/errors';

/** Longest cloud path in bytes. Source: the cloud's limit for object keys. */
const LONGEST_PATH = 850;

/**
 * Checks a cloud path, e.g. `claims-inbox/2026/a.jpg`. The cloud's download addresses carry the path unescaped, so
 * characters with a meaning in addresses are refused.
 */
export function checkedCloudPath(path: string): string {
  const bad =
    path === '' ||
    Buffer.byteLength(path) > LONGEST_PATH ||
    /[\\?#%]/.test(path) ||
    Buffer.from(path).some((byte) => byte < 0x20 || byte === 0x7f) ||
    path.split('/').some((part) => part === '' || part === '.' || part === '..');
  if (bad) throw new CloudError('INVALID_PARAM', `"${path}" is not a cloud path.`);
  return path;
}

/** Turns file ids (`cloud://env.bucket/path`) into paths and back. */
export class FileIds {
  readonly prefix: string;

  constructor(environment: string) {
    this.prefix = `cloud://${environment}.6c6f-${environment}-1300000000/`;
  }

  idOf(path: string): string {
    return this.prefix + path;
  }

  /** The path of a file id of this environment, otherwise undefined. */
  pathOf(fileId: string): string | undefined {
    return fileId.startsWith(this.prefix) ? fileId.slice(this.prefix.length) : undefined;
  }
}
