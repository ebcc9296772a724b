/** Finds a Chromium that starts: the one named, the system's, or the one of the npm package. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { packagedChromium } from './packaged-chromium';

export interface Browser {
  executablePath: string;
  env: Record<string, string>;
  /** Where it comes from, for the log. */
  origin: 'CHROMIUM_PATH' | 'system' | 'npm package';
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const wellKnown = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The one line for somebody without a browser. */
const advice =
  'No browser for the journey: install Chromium or Chrome (Debian: apt-get install chromium) or set CHROMIUM_PATH.';

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function starts(executablePath: string, env: Record<string, string>): boolean {
  // Windows' Chrome opens a window instead of telling its version.
  if (process.platform === 'win32') return true;
  const run = spawnSync(executablePath, ['--version', '--no-sandbox'], {
    env: { ...process.env, ...env },
    timeout: 30_000,
  });
  return run.status === 0;
}

function systemChromium(searchPath: string): string | undefined {
  const folders = searchPath.split(path.delimiter).filter((folder) => folder !== '');
  const candidates = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...candidates, ...wellKnown].find((file) => isProgram(file) && starts(file, {}));
}

/** @throws an Error whose message is one line that says what to install. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): Browser {
  const named = environment.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (isProgram(named) && starts(named, {})) {
      return { executablePath: named, env: {}, origin: 'CHROMIUM_PATH' };
    }
    throw new Error(`CHROMIUM_PATH names no browser that starts: ${named}`);
  }
  const system = systemChromium(environment.PATH ?? '');
  if (system !== undefined) return { executablePath: system, env: {}, origin: 'system' };

  const packaged = packagedChromium();
  for (const env of packaged === undefined ? [] : [{}, packaged.ownLibraries]) {
    if (packaged !== undefined && starts(packaged.executablePath, env)) {
      return { executablePath: packaged.executablePath, env, origin: 'npm package' };
    }
  }
  throw new Error(advice);
}
