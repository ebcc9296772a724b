/** Checks the compiled mini-program as a folder. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';

const kilobyte = 1024;
const mainLimit = 600 * kilobyte;
const wholeLimit = 2 * kilobyte * kilobyte;

/** What exists only in the local run; `identity-bar` is the class of the bar that switches between people. */
const localOnly = ['/_local', 'identity-bar', 'local-identity'];

export interface Findings {
  /** What does not hold, one line each. */
  faults: string[];
  /** Sizes for the log. */
  sizes: string[];
}

interface AppConfig {
  subPackages?: { root: string }[];
}

/** Not uploaded, or not counted by WeChat. */
const left = /\.map$|\.LICENSE\.txt$|^project\.(private\.)?config\.json$/;

export function weappFaults(folder: string): Findings {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => statSync(path.join(folder, file)).isFile() && !left.test(file))
    .sort();
  if (!files.includes('app.json')) return { faults: [`${folder} holds no mini-program`], sizes: [] };
  const texts = files.filter((file) => /\.(js|json|wxml|wxs|wxss)$/.test(file));
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');

  const faults = [
    ...texts.filter((file) => file.endsWith('.js')).flatMap((file) => syntaxFault(file, read(file))),
    ...texts.flatMap((file) =>
      localOnly.filter((word) => read(file).includes(word)).map((word) => `${file} holds ${word}`),
    ),
  ];

  const { subPackages = [] } = JSON.parse(read('app.json')) as AppConfig;
  const weight = (belongs: (file: string) => boolean) =>
    files.filter(belongs).reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
  const roots = subPackages.map((subpackage) => subpackage.root.replace(/\/?$/, '/'));
  const inSubpackage = (file: string) => roots.some((prefix) => file.startsWith(prefix));
  const main = weight((file) => !inSubpackage(file));
  const whole = weight(() => true);
  if (main > mainLimit) faults.push(`main package ${main} bytes > ${mainLimit}`);
  if (whole > wholeLimit) faults.push(`whole package ${whole} bytes > ${wholeLimit}`);
  const inKilobytes = (bytes: number) => `${(bytes / kilobyte).toFixed(0)} KB`;
  return {
    faults,
    sizes: [
      `weapp main package ${inKilobytes(main)}, whole ${inKilobytes(whole)}`,
      ...roots.map((prefix) => `  ${prefix} ${inKilobytes(weight((file) => file.startsWith(prefix)))}`),
    ],
  };
}

function syntaxFault(file: string, source: string): string[] {
  try {
    parse(source, { ecmaVersion: 2019, sourceType: 'script' });
    return [];
  } catch (error) {
    return [`${file} is not ES2019: ${error instanceof Error ? error.message : String(error)}`];
  }
}
