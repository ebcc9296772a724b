/**
 * Brings `node_modules` in line with `package-lock.json`. Needs nothing but Node and npm, so every command
 * starts with it: `setUp()`, or `node cloudfunctions/_tools/setup.mjs`.
 *
 * The stamp inside `node_modules` holds the hash of the lock file it was installed from and is written last.
 * Without a stamp that fits, npm's own list decides, so that an `npm install` by hand counts and an install
 * that was broken off does not.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const lockFile = path.join(root, 'package-lock.json');
const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.installed-from');
const oldestNode = [20, 18];

/** Installs the dependencies if they are missing or of another lock file. Ends the process when it cannot. */
export function setUp() {
  refuseOldNode();
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (readStamp() === wanted) return;
  if (npmFinished()) {
    writeFileSync(stampFile, wanted);
    return;
  }
  console.error('Installing the dependencies (npm ci), two or three minutes…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const installed = spawnSync(npm, ['ci', '--no-progress', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  if (installed.error !== undefined || installed.status !== 0) {
    console.error(`npm ci failed (${installed.error?.message ?? `exit code ${installed.status}`}).`);
    process.exit(1);
  }
  writeFileSync(stampFile, wanted);
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  console.error(`Node ${oldestNode.join('.')} or newer is needed, this is ${process.versions.node}.`);
  process.exit(1);
}

function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined;
}

/**
 * Whether somebody ran `npm ci` or `npm install` by hand to its end: npm writes its own list of what it
 * installed last of all. It must hold exactly what the lock file asks for on this system.
 */
function npmFinished() {
  const hidden = path.join(modules, '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const agrees = ([where, { version, optional }]) =>
    where === '' || (where in installed ? installed[where].version === version : optional === true);
  return Object.entries(locked).every(agrees) && Object.keys(installed).every((where) => where in locked);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUp();
