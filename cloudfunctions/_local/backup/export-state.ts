import { existsSync, readFileSync, readdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { DataFolder, StartRefused } from '../data-folder';
import { lmdbTables, openEnvironment } from '../engine/lmdb-tables';
import { Records } from '../engine/records';
import { openStateStore } from '../state-store';
import {
  collectionPart,
  FILES,
  FORMAT,
  INDEXES,
  KEYS,
  MANIFEST,
  STATE,
  type Manifest,
  type Part,
  PartWriter,
} from './layout';

/**
 * Writes everything that a data folder remembers, logs apart, into the folder `target`, which is there afterwards
 * whole or not at all. Two exports of one state are the same to the byte.
 * Throws `StartRefused` when the data folder is in use or `target` holds something.
 */
export async function exportState(dataDir: string, target: string): Promise<Manifest> {
  if (existsSync(target) && readdirSync(target).length > 0) {
    throw new StartRefused(`${target} is not empty`);
  }
  const folder = DataFolder.openFilled(dataDir);
  const unfinished = `${target}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  try {
    const parts = [...(await storedParts(folder, unfinished)), ...copiedParts(folder, unfinished)];
    parts.sort((one, other) => (one.path < other.path ? -1 : 1));
    const manifest: Manifest = { format: FORMAT, parts };
    writeFileSync(join(unfinished, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`);
    if (existsSync(target)) rmdirSync(target);
    renameSync(unfinished, target);
    return manifest;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
    folder.release();
  }
}

/** What is in the database: documents, indexes, state. */
async function storedParts(folder: DataFolder, target: string): Promise<Part[]> {
  const root = openEnvironment(folder.database);
  try {
    const records = new Records(lmdbTables(root), '');
    const parts: Part[] = [];
    const names = records.collectionNames().sort();
    for (const name of names) {
      const writer = new PartWriter(target, collectionPart(name));
      for (const { stored } of records.scan(records.collection(name))) writer.line(stored.text);
      parts.push(writer.end(true));
    }
    const indexes = names.map((name) => {
      const definitions = records.collection(name).indexes.map(({ definition }) => definition);
      return [name, definitions.sort((one, other) => (one.name < other.name ? -1 : 1))] as const;
    });
    const declared = JSON.stringify(Object.fromEntries(indexes), undefined, 2);
    parts.push(wholePart(target, INDEXES, Buffer.from(`${declared}\n`)));
    const writer = new PartWriter(target, STATE);
    for (const entry of openStateStore(root).range('')) writer.line(JSON.stringify(entry));
    parts.push(writer.end(true));
    return parts;
  } finally {
    await root.close();
  }
}

/** What lies beside the database: the bytes of files, and the field keys. */
function copiedParts(folder: DataFolder, target: string): Part[] {
  const stored = readdirSync(folder.files, { recursive: true, withFileTypes: true }).filter(
    // A killed process may leave an upload that nobody was told of.
    (entry) => entry.isFile() && !entry.name.endsWith('.part'),
  );
  const parts = stored.map((entry) => {
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder.files, file).split(sep).join('/');
    return wholePart(target, `${FILES}${path}`, readFileSync(file));
  });
  folder.secrets();
  return [...parts, wholePart(target, KEYS, readFileSync(folder.keys))];
}

function wholePart(target: string, path: string, bytes: Buffer): Part {
  const writer = new PartWriter(target, path);
  writer.write(bytes);
  return writer.end(false);
}
