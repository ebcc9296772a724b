import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildFunction } from './functions';

const output = mkdtempSync(path.join(tmpdir(), 'functions-'));

beforeAll(() => buildFunction('echo', output, path.join(__dirname, 'fixtures')), 60_000);
afterAll(() => rmSync(output, { recursive: true, force: true }));

/** Calls the bundle in a process of its own, where no node_modules is in reach; answers also what it loaded. */
function call(name: string): { result: unknown; loaded: string[] } {
  const script = `require('./echo').main({ name: ${JSON.stringify(name)} }).then((result) =>
    console.log(JSON.stringify({ result, loaded: Object.keys(require.cache).map((file) => file.split('/').pop()) })))`;
  const run = spawnSync(process.execPath, ['-e', script], {
    cwd: output,
    encoding: 'utf8',
    env: { TENCENTCLOUD_RUNENV: 'SCF' },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as { result: unknown; loaded: string[] };
}

it('bundles the SDK so that a function runs without node_modules', () => {
  expect(call('database')).toEqual({ result: 'function', loaded: ['index.js'] });
});

it('keeps a module behind import() in a file of its own until it is asked for', () => {
  expect(call('twice')).toEqual({ result: 42, loaded: ['index.js', 'twice.js'] });
  expect(call('openapi')).toEqual({ result: 'function', loaded: ['index.js', 'wx-server-sdk.js'] });
});

it('brings the configuration and a manifest for the deployment', () => {
  expect(readdirSync(path.join(output, 'echo')).sort()).toEqual([
    'chunks',
    'config.json',
    'index.js',
    'package.json',
  ]);
  expect(readFileSync(path.join(output, 'echo/package.json'), 'utf8')).toContain('"main": "index.js"');
});

it('leaves the unused parts of the SDK out of the entry', () => {
  const entry = path.join(output, 'echo/index.js');
  expect(statSync(entry).size).toBeLessThan(650_000);
  expect(readFileSync(entry, 'utf8')).toContain('@cloudbase/ai is not part of this bundle');
});
