import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';

const ROOT = join(__dirname, '..', '..', '..');
const TREE = join(ROOT, '.cache', 'local-cloud');

/**
 * Builds the command of the local cloud into one file, so that a process starts in a fraction of the time. The file
 * stands in a tree of its own, without functions: no timer of theirs fires while somebody counts writes.
 */
export async function bundleCommand(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, '..', 'main.ts')],
    bundle: true,
    platform: 'node',
    external: ['lmdb'],
    format: 'cjs',
    write: false,
    logLevel: 'error',
  });
  const bundle = join(TREE, 'cloudfunctions', '_local', 'main.cjs');
  mkdirSync(dirname(bundle), { recursive: true });
  // Renamed into place: another test process may be starting from it.
  const part = `${bundle}.${process.pid}`;
  writeFileSync(part, outputFiles[0]?.contents ?? '');
  renameSync(part, bundle);
  return bundle;
}

/** The local cloud as a process of its own, on a free port. */
export class CloudProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** `http://127.0.0.1:PORT` */
    readonly url: string,
  ) {}

  /** Starts the bundled command on a data folder; throws with what it said when it does not become ready. */
  static async start(bundle: string, dataDir: string): Promise<CloudProcess> {
    const child = spawn(process.execPath, [bundle, '--data', dataDir, '--empty'], {
      env: { ...process.env, PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => resolve(line.replace(/^ready /, '')));
      child.once('exit', (code) =>
        reject(new Error(`the local cloud ended with ${String(code)} before it was ready: ${said}`)),
      );
    });
    return new CloudProcess(child, url);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Sends a signal and waits until the process is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill(signal);
    await gone;
  }
}
