import { appendFile, rename, stat } from 'node:fs/promises';

/** Size at which a log file is put aside, bytes; with the one put aside there is at most twice as much. */
const FULL_LOG = 8 * 1024 * 1024;

/** A log on disk that never grows beyond twice its limit: when full it becomes `PATH.1`, and the older one goes. */
export class LogFile {
  private size: number | undefined;

  constructor(
    private readonly path: string,
    private readonly full: number = FULL_LOG,
  ) {}

  async append(text: string): Promise<void> {
    const bytes = Buffer.byteLength(text);
    this.size ??= await sizeOf(this.path);
    if (this.size > 0 && this.size + bytes > this.full) {
      await rename(this.path, `${this.path}.1`);
      this.size = 0;
    }
    await appendFile(this.path, text);
    this.size += bytes;
  }
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found?.size ?? 0;
}
