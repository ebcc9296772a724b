import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolder } from '../data-folder';
import { inconsistencies } from '../engine/consistency';
import { lmdbTables, openEnvironment } from '../engine/lmdb-tables';
import { startTestCloud } from '../testing';
import { connectDatabase, connectSdk, refusalOf } from '../testing-sdk';
import { exportState } from './export-state';
import { importState } from './import-state';

const home = mkdtempSync(join(tmpdir(), 'backup-'));
const original = join(home, 'original');
const exported = join(home, 'exported');
const NOW = Date.UTC(2030, 0, 1);
const PHOTO = Buffer.from([0xff, 0xd8, 0, 10, 13, 0xe2, 0x80, 0xa8]);
let folders = 0;
let fileID = '';

const newPath = (): string => join(home, `folder-${(folders += 1)}`);

/** Every file below a folder with its hash. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file.slice(folder.length), createHash('sha256').update(readFileSync(file)).digest('hex')];
    }),
  );
}

beforeAll(async () => {
  const cloud = await startTestCloud({ dataDir: original, now: NOW });
  const db = connectDatabase(cloud);
  cloud.createIndexes('kept', [
    { name: 'by_code', keys: { code: 1 }, unique: true },
    { name: 'by_tag', keys: { tags: 1, at: -1 }, unique: false },
  ]);
  cloud.createIndexes('none', []);
  await db.collection('kept').add([
    { _id: 'b', code: 1, tags: ['x', 'y'], at: new Date(5), text: 'line\u2028separator\nand \u0085 others' },
    { _id: 'a', code: 2.5, id: db.ObjectId({ id: '0123456789abcdef01234567' }), nothing: null },
  ]);
  await cloud.storeIdentities([{ openid: 'o', name: '王', role: 'household', note: '' }]);
  ({ fileID } = await connectSdk(cloud).uploadFile({ cloudPath: 'claims/one.jpg', fileContent: PHOTO }));
  await cloud.close();
  await exportState(original, exported);
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a state taken out and brought in', () => {
  it('is written as documented: documents a line in insertion order, indexes, state, files, hashes', () => {
    const documents = readFileSync(join(exported, 'collections', 'kept.ndjson'), 'utf8').split('\n');
    expect(documents.map((line) => line.slice(0, 10))).toEqual(['{"_id":"b"', '{"_id":"a"', '']);
    const manifest = JSON.parse(readFileSync(join(exported, 'manifest.json'), 'utf8')) as {
      parts: { path: string; lines?: number; sha256: string }[];
    };
    const hashes = Object.fromEntries(manifest.parts.map(({ path, sha256 }) => [`/${path}`, sha256]));
    const { '/manifest.json': _own, ...files } = contents(exported);
    expect(hashes).toEqual(files);
    expect(manifest.parts.filter(({ lines }) => lines !== undefined)).toMatchObject([
      { path: 'collections/kept.ndjson', lines: 2 },
      { path: 'collections/none.ndjson', lines: 0 },
      { path: 'state.ndjson' },
    ]);
    expect(Object.keys(files).filter((path) => path.startsWith('/files/'))).toHaveLength(1);
  });

  it('gives the same bytes when taken out again', async () => {
    const second = newPath();
    const again = newPath();
    await importState(exported, second);
    await exportState(second, again);
    expect(contents(again)).toEqual(contents(exported));
  });

  it('goes on where it was: documents, unique values, files, clock, people', async () => {
    const second = newPath();
    await importState(exported, second);
    const cloud = await startTestCloud({ dataDir: second });
    try {
      expect(cloud.isNew).toBe(false);
      const db = connectDatabase(cloud);
      const { data } = await db.collection('kept').where({ tags: 'y' }).get();
      expect(data).toMatchObject([{ _id: 'b', at: new Date(5) }]);
      expect((await refusalOf(db.collection('kept').add({ code: 1 }))).code).toBe('DATABASE_DUPLICATE_WRITE');
      const { fileContent } = await connectSdk(cloud).downloadFile({ fileID });
      expect(Buffer.from(fileContent ?? '')).toEqual(PHOTO);
      expect(cloud.clock.now()).toBeGreaterThanOrEqual(NOW);
      expect(cloud.identities()).toHaveLength(1);
    } finally {
      await cloud.close();
    }
    const root = openEnvironment(join(second, 'database'));
    expect(inconsistencies(lmdbTables(root))).toEqual([]);
    await root.close();
  });

  it('refuses a folder that holds something or is in use, on either side', async () => {
    const held = DataFolder.open(original, false);
    await expect(exportState(original, newPath())).rejects.toThrow(/in use by process \d+/);
    await expect(importState(exported, original)).rejects.toThrow(/in use by process \d+/);
    held.release();
    await expect(importState(exported, original)).rejects.toThrow('is not empty');
    await expect(exportState(original, exported)).rejects.toThrow('is not empty');
    await expect(exportState(newPath(), newPath())).rejects.toThrow('is not a data folder');
    await expect(importState(original, newPath())).rejects.toThrow('manifest.json cannot be read');
  });

  it.each(['collections/kept.ndjson', 'state.ndjson', 'indexes.json', 'keys.json'])(
    'refuses an exported state in which %s was changed, and leaves the data folder empty',
    async (part) => {
      const changed = newPath();
      cpSync(exported, changed, { recursive: true });
      writeFileSync(join(changed, part), readFileSync(join(changed, part), 'utf8').replace(/[a-z]/, 'X'));
      const target = newPath();
      await expect(importState(changed, target)).rejects.toThrow(`${part} is not what manifest.json says`);
      await importState(exported, target);
    },
  );

  it('counts an import that failed on the way as none', async () => {
    const changed = newPath();
    cpSync(exported, changed, { recursive: true });
    const twice = readFileSync(join(changed, 'collections', 'kept.ndjson'), 'utf8').repeat(2);
    writeFileSync(join(changed, 'collections', 'kept.ndjson'), twice);
    const manifest = readFileSync(join(exported, 'manifest.json'), 'utf8');
    const before = createHash('sha256').update(twice.slice(0, twice.length / 2));
    const after = createHash('sha256').update(twice);
    const bytes = Buffer.byteLength(twice);
    writeFileSync(
      join(changed, 'manifest.json'),
      manifest
        .replace(`"bytes": ${bytes / 2}`, `"bytes": ${bytes}`)
        .replace(before.digest('hex'), after.digest('hex')),
    );
    const target = newPath();
    await expect(importState(changed, target)).rejects.toThrow('E11000');
    await importState(exported, target);
    const cloud = await startTestCloud({ dataDir: target });
    expect((await connectDatabase(cloud).collection('kept').get()).data).toHaveLength(2);
    await cloud.close();
  });
});
