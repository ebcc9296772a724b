import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { copyFile, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { invalidParam } from '../engine/errors';
import type { StateStore } from '../wechat-side';
import { FileIds, checkedCloudPath } from './cloud-path';
import { AddressSigner } from './signature';

/** Files of functions may be large; the client's door has its own, smaller limit. */
export const LARGEST_FILE = 50 * 1024 * 1024;
const UPLOAD_SECONDS = 900;
const DEFAULT_DOWNLOAD_SECONDS = 7200;

/** A stored file; its bytes lie in a blob of their own, so that a path changes hands atomically. */
export interface StoredFile {
  readonly path: string;
  readonly blob: string;
  readonly size: number;
  readonly contentType: string;
  readonly etag: string;
  /** Epoch milliseconds of the local clock. */
  readonly storedAt: number;
}

export interface FileOutcome {
  readonly code: string;
  readonly fileID: string;
  readonly message?: string;
}

export interface StorageOptions {
  readonly directory: string;
  readonly state: StateStore;
  readonly environment: string;
  readonly now: () => number;
  /** `http://127.0.0.1:PORT`. */
  readonly baseUrl: () => string;
}

/** Cloud file storage on disk, with addresses that expire. */
export class FileStorage {
  readonly ids: FileIds;
  readonly signer: AddressSigner;

  constructor(
    private readonly options: StorageOptions,
    signingSecret: string,
  ) {
    this.ids = new FileIds(options.environment);
    this.signer = new AddressSigner(signingSecret);
    mkdirSync(options.directory, { recursive: true });
  }

  /** Stores bytes under a path, replacing what was there; durable once resolved. Answers the file id. */
  async store(path: string, bytes: Buffer, contentType: string): Promise<string> {
    checkedCloudPath(path);
    const blob = randomBytes(16).toString('hex');
    const temporary = `${this.fileOf(blob)}.part`;
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
    } finally {
      await handle.close();
    }
    await rename(temporary, this.fileOf(blob));
    const etag = createHash('md5').update(bytes).digest('hex');
    const storedAt = this.options.now();
    await this.place({ path, blob, size: bytes.length, contentType, etag, storedAt });
    return this.ids.idOf(path);
  }

  find(path: string): StoredFile | undefined {
    return this.options.state.get<StoredFile>(path);
  }

  read(file: StoredFile): Promise<Buffer> {
    return readFile(this.fileOf(file.blob));
  }

  /** All files whose path begins with `prefix`. */
  list(prefix: string): StoredFile[] {
    return this.options.state.range<StoredFile>(prefix).map(({ value }) => value);
  }

  /** Where and with which headers the SDK is to PUT a file. */
  uploadMetadata(path: string): Record<string, string> {
    const fileId = this.ids.idOf(checkedCloudPath(path));
    const address = this.addressOf('put', path, UPLOAD_SECONDS);
    // The SDK sends this one as a header, so it must be plain ASCII.
    const cosFileId = createHash('sha1').update(fileId).digest('hex');
    return { url: address, token: 'local', authorization: 'local', fileId, cosFileId };
  }

  downloadUrl(
    fileId: string,
    maxAgeSeconds: number = DEFAULT_DOWNLOAD_SECONDS,
  ): FileOutcome & { tempFileURL: string } {
    const path = this.ids.pathOf(fileId);
    if (path === undefined || this.find(path) === undefined) {
      return { code: 'STORAGE_FILE_NONEXIST', fileID: fileId, tempFileURL: '' };
    }
    return { code: 'SUCCESS', fileID: fileId, tempFileURL: this.addressOf('get', path, maxAgeSeconds) };
  }

  /** Refuses what no copy may be: to no cloud path, or onto itself. */
  checkCopy(source: string, target: string): void {
    const path = checkedCloudPath(this.ids.pathOf(target) ?? target);
    if (path === (this.ids.pathOf(source) ?? source)) throw invalidParam(`${source} is its own copy.`);
  }

  async delete(fileId: string): Promise<FileOutcome> {
    const path = this.ids.pathOf(fileId);
    const file = path === undefined ? undefined : this.find(path);
    if (file === undefined) return { code: 'STORAGE_FILE_NONEXIST', fileID: fileId };
    await this.options.state.delete(file.path);
    await rm(this.fileOf(file.blob), { force: true });
    return { code: 'SUCCESS', fileID: fileId };
  }

  /** Copies a file; `checkCopy` has let it pass. */
  async copy(
    source: string,
    target: string,
    how: { overwrite: boolean; removeOriginal: boolean },
  ): Promise<{ code?: string; message?: string; fileId?: string }> {
    const from = this.find(this.ids.pathOf(source) ?? source);
    const path = this.ids.pathOf(target) ?? target;
    if (from === undefined) return { code: 'STORAGE_FILE_NONEXIST', message: `${source} does not exist` };
    if (!how.overwrite && this.find(path) !== undefined)
      return { code: 'STORAGE_FILE_PATH_CONFLICT', message: `${target} exists` };
    const blob = randomBytes(16).toString('hex');
    await copyFile(this.fileOf(from.blob), this.fileOf(blob));
    await this.place({ ...from, path, blob, storedAt: this.options.now() });
    if (how.removeOriginal) await this.delete(this.ids.idOf(from.path));
    return { fileId: this.ids.idOf(path) };
  }

  /** Makes a blob what lies at its path, and removes what lay there before. */
  private async place(file: StoredFile): Promise<void> {
    const replaced = await this.options.state.transaction((writer) => {
      const before = writer.get<StoredFile>(file.path);
      writer.put(file.path, file);
      return before;
    });
    if (replaced !== undefined) await rm(this.fileOf(replaced.blob), { force: true });
  }

  private addressOf(right: 'get' | 'put', path: string, seconds: number): string {
    const expiresAt = Math.floor(this.options.now() / 1000) + seconds;
    return `${this.options.baseUrl()}/storage/${path}?${this.signer.sign(right, path, expiresAt)}`;
  }

  private fileOf(blob: string): string {
    return join(this.options.directory, blob);
  }
}
