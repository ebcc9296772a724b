import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogFile } from './log-file';

const folder = mkdtempSync(join(tmpdir(), 'log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('keeps the latest lines in two files of bounded size, also across restarts', async () => {
  const path = join(folder, 'functions.log');
  const line = (number: number): string => `line ${String(number).padStart(4, '0')}\n`;
  for (let number = 0; number < 100; number += 10) {
    const log = new LogFile(path, 200);
    for (let one = number; one < number + 10; one += 1) await log.append(line(one));
  }
  expect(readdirSync(folder).sort()).toEqual(['functions.log', 'functions.log.1']);
  const kept = readFileSync(`${path}.1`, 'utf8') + readFileSync(path, 'utf8');
  expect(kept.length).toBeLessThanOrEqual(400);
  const first = Number(/\d+/.exec(kept)?.[0]);
  expect(first).toBeGreaterThan(50);
  expect(kept).toBe(Array.from({ length: 100 - first }, (_, i) => line(first + i)).join(''));
});
