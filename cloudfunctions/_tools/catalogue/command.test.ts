import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalCloud } from '../../_local/local-cloud';
import { COLLECTIONS } from '../../_stores/stores';
import { demoPlans } from '../demo/catalogue';

const ROOT = join(__dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as `npm run catalogue` does. */
const catalogue = (...args: string[]): { code: number | null; lines: string[] } => {
  const ran = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'cloudfunctions/_tools/catalogue.ts', ...args],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  return { code: ran.status, lines: `${ran.stdout}${ran.stderr}`.trim().split('\n') };
};

const written = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const text = JSON.stringify(demoPlans(2026), null, 2);
const lineOf = (words: string): number => text.slice(0, text.indexOf(words)).split('\n').length;

it('says place and field of every fault and fails', () => {
  const path = written(
    'bad.json',
    text.replace(/"priceFen": 10000/, '"priceFen": 0').replace('保谁', '保全家'),
  );
  const { code, lines } = catalogue('check', path);
  expect(code).toBe(1);
  expect(lines[0]).toMatch(new RegExp(`^${path}:${String(lineOf('"priceFen"'))}:\\d+ 0\\.priceFen: `));
  expect(lines[1]).toMatch(new RegExp(`^${path}:\\d+:\\d+ 0\\.documents\\.2\\.sha256: `));
  expect(lines[2]).toBe('4 plans read, 2 faults');
});

it('fails on a file that is not there, on broken text, and on a command it does not know', () => {
  expect(catalogue('check', join(folder, 'none.json'))).toMatchObject({ code: 1 });
  const { code, lines } = catalogue('check', written('broken.json', '[\n  {"id": "x",\n  "line" "y"}\n]'));
  expect([code, lines[0]]).toEqual([1, expect.stringMatching(/broken\.json:3:\d+ \(file\): /)]);
  expect(catalogue('lode', 'x')).toMatchObject({ code: 1, lines: [expect.stringContaining('usage')] });
});

it('loads into a data folder, again without a change, and nothing that is faulty', async () => {
  const dataDir = join(folder, 'data');
  const path = written('good.json', text);
  expect(catalogue('load', path, '--data', dataDir)).toMatchObject({ code: 1 });
  const cloud = await startLocalCloud({
    dataDir,
    port: 0,
    timers: false,
    collections: Object.values(COLLECTIONS),
  });
  expect(catalogue('load', path, '--data', dataDir)).toMatchObject({
    code: 1,
    lines: [expect.stringContaining('in use')],
  });
  await cloud.close();
  expect(catalogue('load', path, '--data', dataDir)).toEqual({
    code: 0,
    lines: ['4 plans read, 0 faults', '4 added, 0 unchanged, 0 no longer sold'],
  });
  expect(catalogue('load', path, '--data', dataDir).lines).toContain(
    '0 added, 4 unchanged, 0 no longer sold',
  );
  const changed = written('changed.json', text.replace('"hotline": "95519"', '"hotline": "95518"'));
  const { code, lines } = catalogue('load', changed, '--data', dataDir);
  expect([code, lines.at(-1)]).toEqual([1, 'nothing loaded']);
  expect(lines[0]).toMatch(new RegExp(`^${changed}:${String(lineOf('"id"'))}:\\d+ 0\\.id: is on record`));
});
