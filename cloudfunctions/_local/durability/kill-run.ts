import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolder } from '../data-folder';
import { inconsistencies } from '../engine/consistency';
import { lmdbTables, openEnvironment } from '../engine/lmdb-tables';
import { Records } from '../engine/records';
import { bundleCommand, CloudProcess } from './cloud-process';
import { brokenPromises } from './promises-kept';
import { seededChance } from './seeded';
import { Promised, WRITTEN, writeUntil } from './writers';

export interface KillRun {
  readonly kills: number;
  /** Decides the points at which the process is killed. */
  readonly seed: number;
  readonly onKill?: (kill: number, acknowledged: number) => void;
}

export interface KillReport {
  /** How often it was killed: as often as asked for, unless a failure ended the run. */
  readonly kills: number;
  readonly acknowledged: number;
  /** One line for each promise that was broken; empty when the run passed. */
  readonly failures: readonly string[];
}

/** So many acknowledged writes pass before a kill at most, and so many turns of the event loop after the last. */
const MOST_WRITES = 60;
const MOST_TURNS = 40;

/**
 * Kills the local cloud under load again and again, with signal 9, on one data folder. After every kill it starts
 * again as it is, and every promise made until then is looked up through the SDK, and every index in the database.
 */
export async function runKills({ kills, seed, onKill }: KillRun): Promise<KillReport> {
  const chance = seededChance(seed);
  const home = mkdtempSync(join(tmpdir(), 'kill-run-'));
  const dataDir = join(home, 'data');
  const bundle = await bundleCommand();
  prepare(dataDir);
  const promised = new Promised();
  const failures: string[] = [];
  let done = 0;
  let cloud = await CloudProcess.start(bundle, dataDir);
  try {
    for (let kill = 1; kill <= kills && failures.length === 0; kill += 1) {
      const enough = promised.writes + 1 + Math.floor(chance() * MOST_WRITES);
      const turns = Math.floor(chance() * MOST_TURNS);
      let dead = false;
      const writing = writeUntil(cloud.url, promised, () => dead);
      await Promise.race([promised.reaches(enough), writing]);
      for (let turn = 0; turn < turns; turn += 1) await nextTurn();
      dead = true;
      await cloud.end('SIGKILL');
      const told = await writing;
      cloud = await CloudProcess.start(bundle, dataDir);
      const broken = [...told, ...(await brokenPromises(cloud.url, promised)), ...(await unfit(dataDir))];
      failures.push(...broken.map((line) => `kill ${kill}: ${line}`));
      done = kill;
      onKill?.(kill, promised.writes);
    }
  } finally {
    await cloud.end('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  }
  return { kills: done, acknowledged: promised.writes, failures };
}

/** The collections with their indexes, made before the first start as a deployment makes them. */
function prepare(dataDir: string): void {
  const folder = DataFolder.open(dataDir, false);
  const root = openEnvironment(folder.database);
  const records = new Records(lmdbTables(root), '');
  for (const [name, indexes] of Object.entries(WRITTEN)) {
    records.createCollection(name);
    records.setIndexes(name, indexes);
  }
  void root.close();
  folder.release();
}

/** Looks at the database of the running process from this one. */
async function unfit(dataDir: string): Promise<string[]> {
  const root = openEnvironment(join(dataDir, 'database'));
  try {
    return inconsistencies(lmdbTables(root));
  } finally {
    await root.close();
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
