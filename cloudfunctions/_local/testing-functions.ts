import { mkdtempSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of small functions for tests, in the form in which the build leaves them. */
export class FunctionFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'local-functions-'));
  private stamp = 1_700_000_000;

  /** Writes a function; `source` is CommonJS and sets `exports.main`. Writing it again counts as a new build. */
  write(name: string, source: string, config: object = {}): void {
    const folder = join(this.path, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.js'), source);
    writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
    this.stamp += 1;
    utimesSync(join(folder, 'index.js'), this.stamp, this.stamp);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
