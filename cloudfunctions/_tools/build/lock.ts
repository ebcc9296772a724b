/** One build at a time in one checkout: `npm start` and `npm test` may run side by side. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './freshness';

const folder = path.join(root, '.cache/build-lock');
const owner = path.join(folder, 'pid');

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function take(): boolean {
  mkdirSync(path.dirname(folder), { recursive: true });
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(owner, String(process.pid));
  return true;
}

function ownerPid(): number | undefined {
  try {
    return Number(readFileSync(owner, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs `work` while no other process of this checkout builds. A lock whose owner died is taken over. */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  let unowned = 0;
  for (let waited = false; !take();) {
    const pid = ownerPid();
    unowned = pid === undefined ? unowned + 1 : 0;
    if ((pid !== undefined && !alive(pid)) || unowned > 20) {
      rmSync(folder, { recursive: true, force: true });
      continue;
    }
    if (!waited) console.error('Another build is running; waiting for it…');
    waited = true;
    await pause(100);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
