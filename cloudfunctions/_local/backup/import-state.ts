import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RootDatabase } from 'lmdb';
import { DataFolder, StartRefused } from '../data-folder';
import type { IndexDefinition } from '../engine/indexes';
import { lmdbTables, openEnvironment } from '../engine/lmdb-tables';
import { Records } from '../engine/records';
import { openStateStore } from '../state-store';
import {
  collectionOf,
  FILES,
  FORMAT,
  INDEXES,
  KEYS,
  MANIFEST,
  STATE,
  linesOf,
  measure,
  type Manifest,
  type StateLine,
} from './layout';

/** Documents and state entries that are written in one go. */
const BATCH = 5000;

/**
 * Fills an empty data folder with an exported state, wholly or not at all: a process that dies meanwhile leaves a
 * folder that counts as empty. Every file is checked against the manifest before anything is written.
 * Throws `StartRefused` when the data folder is in use or holds something, or the exported state is not whole.
 */
export async function importState(source: string, dataDir: string): Promise<Manifest> {
  const manifest = checkedManifest(source);
  const folder = DataFolder.openEmpty(dataDir);
  try {
    await folder.seeding(async () => {
      const root = openEnvironment(folder.database);
      try {
        await fillDatabase(root, source, manifest);
      } finally {
        await root.close();
      }
      copyFiles(folder, source, manifest);
    });
    return manifest;
  } finally {
    folder.release();
  }
}

function checkedManifest(source: string): Manifest {
  const manifest = readManifest(source);
  for (const part of manifest.parts) {
    let found: { bytes: number; sha256: string };
    try {
      found = measure(source, part.path);
    } catch {
      throw new StartRefused(`${join(source, part.path)} is missing`);
    }
    if (found.bytes !== part.bytes || found.sha256 !== part.sha256) {
      throw new StartRefused(`${join(source, part.path)} is not what ${MANIFEST} says`);
    }
  }
  return manifest;
}

function readManifest(source: string): Manifest {
  let manifest: Partial<Manifest>;
  try {
    manifest = JSON.parse(readFileSync(join(source, MANIFEST), 'utf8')) as Partial<Manifest>;
  } catch {
    throw new StartRefused(`${source} holds no exported state: ${MANIFEST} cannot be read`);
  }
  const { format, parts } = manifest;
  if (format !== FORMAT || parts === undefined) {
    throw new StartRefused(`${source} has the format ${String(format)}, this command reads ${FORMAT}`);
  }
  for (const needed of [INDEXES, STATE, KEYS]) {
    if (!parts.some(({ path }) => path === needed)) {
      throw new StartRefused(`${join(source, MANIFEST)} does not name ${needed}`);
    }
  }
  // A path that leads out of the folder is nobody's export.
  const stray = parts.find(({ path }) => path.split('/').includes('..') || path.startsWith('/'));
  if (stray !== undefined) throw new StartRefused(`${join(source, MANIFEST)} names ${stray.path}`);
  return { format, parts };
}

async function fillDatabase(root: RootDatabase, source: string, manifest: Manifest): Promise<void> {
  const records = new Records(lmdbTables(root), '');
  const indexes = JSON.parse(readFileSync(join(source, INDEXES), 'utf8')) as Record<
    string,
    IndexDefinition[]
  >;
  for (const { path } of manifest.parts) {
    const name = collectionOf(path);
    if (name === undefined) continue;
    records.createCollection(name);
    records.setIndexes(name, indexes[name] ?? []);
    const collection = records.collection(name);
    for (const texts of batches(linesOf(source, path))) records.load(collection, texts);
  }
  const state = openStateStore(root);
  for (const lines of batches(linesOf(source, STATE))) {
    const entries = lines.map((line) => JSON.parse(line) as StateLine);
    await state.transaction((writer) => {
      for (const { key, value } of entries) writer.put(key, value);
    });
  }
}

function* batches(lines: Iterable<string>): Iterable<string[]> {
  let batch: string[] = [];
  for (const line of lines) {
    batch.push(line);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function copyFiles(folder: DataFolder, source: string, manifest: Manifest): void {
  copyFileSync(join(source, KEYS), folder.keys);
  for (const { path } of manifest.parts) {
    if (!path.startsWith(FILES)) continue;
    const target = join(folder.files, path.slice(FILES.length));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(source, path), target);
  }
}
