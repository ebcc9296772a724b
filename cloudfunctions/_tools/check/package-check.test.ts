import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { functionFaults } from './function-bundles';
import { weappFaults } from './weapp-package';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'package-'));
  made.push(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

const sound = { 'app.json': '{"subPackages":[{"root":"packages/buy"}]}', 'app.js': 'const a = { ...{} };' };
const faultsOf = (files: Record<string, string>) => weappFaults(folderOf({ ...sound, ...files })).faults;

describe('the compiled package', () => {
  it('passes when it is in order', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('must be there', () => {
    expect(weappFaults(folderOf({})).faults).toEqual([expect.stringContaining('holds no mini-program')]);
  });

  it('must parse as ES2019', () => {
    expect(faultsOf({ 'late.js': 'const b = a?.b;' })).toEqual([
      expect.stringContaining('late.js is not ES2019'),
    ]);
  });

  it.each([
    ['vendors.js', 'fetch("/_local/call/x")'],
    ['app.wxss', '.identity-bar{}'],
  ])('must not hold what is local, in %s', (file, text) => {
    expect(faultsOf({ [file]: text })).toEqual([expect.stringContaining(`${file} holds`)]);
  });

  it('counts subpackages towards the whole, not towards the main package', () => {
    const half = `/*${'x'.repeat(700 * 1024)}*/`;
    expect(faultsOf({ 'packages/buy/a.js': half })).toEqual([]);
    expect(faultsOf({ 'pages/a.js': half })).toEqual([expect.stringContaining('main package')]);
    expect(faultsOf({ 'packages/buy/a.js': half.repeat(3) })).toEqual([
      expect.stringContaining('whole package'),
    ]);
  });

  it('does not count licences and maps, which WeChat leaves out', () => {
    expect(faultsOf({ 'app.js.map': 'x'.repeat(3 * 1024 * 1024) })).toEqual([]);
  });
});

describe('the function bundles', () => {
  it('pass when they are in order', () => {
    const folder = folderOf({
      'household/index.js': '',
      'household/chunks/pdf.js': 'x'.repeat(2 * 1024 * 1024),
    });
    expect(functionFaults(folder).faults).toEqual([]);
  });

  it('must be there, small, without native modules and without local doors', () => {
    expect(functionFaults(folderOf({})).faults).toEqual([expect.stringContaining('holds no function')]);
    const folder = folderOf({
      'a/index.js': 'x'.repeat(1_200_000),
      'b/index.js': 'fetch("/_local/clock")',
      'b/chunks/image.node': '',
    });
    expect(functionFaults(folder).faults).toEqual([
      expect.stringContaining('a/index.js 1200000 bytes'),
      'b/index.js holds /_local/',
      'b/chunks/image.node is a native module',
    ]);
  });
});
