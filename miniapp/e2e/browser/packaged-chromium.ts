/**
 * The Chromium that comes as an npm package (Linux, x64), unpacked once into `.cache/`. On a system without a
 * browser's libraries it runs with those that the package carries.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');
const packageFolder = path.join(root, 'node_modules/@sparticuz/chromium');

/** The package unpacks into the temporary folder, its libraries too if it believes to be in a cloud function. */
const unpackScript = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`;

export interface PackagedChromium {
  executablePath: string;
  /** The environment that makes it use the libraries of the package. */
  ownLibraries: Record<string, string>;
}

/** Unpacks on first use. Answers undefined where the package has no program for this system. */
export function packagedChromium(): PackagedChromium | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packageFolder)) return undefined;
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = path.join(root, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) unpackInto(folder);
  return {
    executablePath: path.join(folder, 'chromium'),
    ownLibraries: { LD_LIBRARY_PATH: `${path.join(folder, 'al2023/lib')}:${folder}` },
  };
}

function unpackInto(folder: string): void {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  console.error('Unpacking the Chromium of the npm package…');
  const run = spawnSync(process.execPath, ['-e', unpackScript], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
  if (run.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    const reason = /^\w*Error: .*/m.exec(run.stderr)?.[0] ?? `exit code ${run.status ?? 'none'}`;
    throw new Error(`The Chromium of the npm package could not be unpacked (${reason}).`);
  }
  if (existsSync(folder)) rmSync(unfinished, { recursive: true, force: true });
  else renameSync(unfinished, folder);
}
