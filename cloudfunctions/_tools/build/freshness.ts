/** Decides by content, not by time, whether a build output still belongs to its sources. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(__dirname, '../../..');

const leftOut = new Set(['node_modules', 'dist', 'fixtures', '_local', '_tools', 'e2e', 'test']);
const isTest = /\.(test|spec)\.tsx?$/;

function filesBelow(relative: string): string[] {
  const absolute = path.join(root, relative);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [relative];
  return readdirSync(absolute, { withFileTypes: true })
    .filter((entry) => !(entry.isDirectory() && leftOut.has(entry.name)) && !isTest.test(entry.name))
    .flatMap((entry) => filesBelow(path.join(relative, entry.name)))
    .sort();
}

/**
 * The hash of all sources below the given files and folders (relative to the top), of the lock file and of
 * the Node version. Tests, tools and local cloud never end in a build output and do not count.
 */
export function hashOf(inputs: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of ['package-lock.json', ...inputs].flatMap(filesBelow)) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

/** The stamp of one build: the hash of what the output was made from, kept apart from the output. */
export function stampOf(name: string) {
  const file = path.join(root, '.cache/build', `${name}.stamp`);
  return {
    agrees: (hash: string) => existsSync(file) && readFileSync(file, 'utf8') === hash,
    forget: () => rmSync(file, { force: true }),
    write: (hash: string) => {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, hash);
    },
  };
}
