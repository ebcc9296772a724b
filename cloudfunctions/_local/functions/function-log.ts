import { join } from 'node:path';
import { LogFile } from './log-file';

export interface LogLine {
  /** Epoch milliseconds of the local clock. */
  readonly at: number;
  /** The function, or `local` for the local cloud itself. */
  readonly source: string;
  readonly text: string;
}

const KEPT_LINES = 2000;

/** The latest lines of all functions in memory, and much more of them in a file of the data folder. */
export class FunctionLog {
  private readonly lines: LogLine[] = [];
  private waiting = '';
  private writing: Promise<void> | undefined;
  private readonly file: LogFile;

  constructor(
    directory: string,
    private readonly now: () => number,
  ) {
    this.file = new LogFile(join(directory, 'functions.log'));
  }

  add(source: string, text: string): void {
    const line = { at: this.now(), source, text };
    this.lines.push(line);
    if (this.lines.length > KEPT_LINES) this.lines.splice(0, this.lines.length - KEPT_LINES);
    this.waiting += `${new Date(line.at).toISOString()} ${source} ${text}\n`;
    this.writing ??= this.flush();
  }

  /** The latest lines, oldest first. */
  latest(source?: string): readonly LogLine[] {
    return source === undefined ? [...this.lines] : this.lines.filter((line) => line.source === source);
  }

  /** Waits until the file holds everything. */
  async close(): Promise<void> {
    await this.writing;
  }

  private async flush(): Promise<void> {
    await new Promise(setImmediate);
    while (this.waiting !== '') {
      const text = this.waiting;
      this.waiting = '';
      // A log that cannot be written must not stop the functions; the lines stay in memory.
      await this.file.append(text).catch(() => undefined);
    }
    this.writing = undefined;
  }
}
