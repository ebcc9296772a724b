/** Each import rule is broken once in a tree made for it; a rule that nothing can break guards nothing. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../build/freshness';

interface Configuration {
  forbidden: { name: string }[];
}

const rules = (createRequire(__filename)(path.join(root, '.dependency-cruiser.cjs')) as Configuration)
  .forbidden;

/** Rule → who imports what against it. */
const trespasses: Record<string, readonly [from: string, to: string]> = {
  'no-cycles': ['shared/money/one.ts', 'shared/money/other.ts'],
  resolvable: ['shared/money/lost.ts', 'shared/money/nowhere.ts'],
  'shared-stands-alone': ['shared/money/clock.ts', 'node:os'],
  'zod-through-one-door': ['shared/order/schema.ts', 'zod'],
  'production-without-test-data': ['cloudfunctions/_operations/a.ts', 'shared/testing/cast.ts'],
  'miniapp-without-cloud': ['miniapp/src/lib/a.ts', 'cloudfunctions/_core/port.ts'],
  'cloud-without-miniapp': ['cloudfunctions/_core/a.ts', 'miniapp/src/lib/theme.ts'],
  'app-without-tests': ['miniapp/src/lib/b.ts', 'miniapp/test/phone.ts'],
  'feature-below-page': ['miniapp/src/features/order/a.ts', 'miniapp/src/pages/home/home.ts'],
  'component-below-feature': ['miniapp/src/components/card/a.ts', 'miniapp/src/features/claim/form.ts'],
  'lib-below-component': ['miniapp/src/lib/c.ts', 'miniapp/src/components/button/button.ts'],
  'features-are-strangers': ['miniapp/src/features/order/b.ts', 'miniapp/src/features/claim/form.ts'],
  'pages-are-strangers': ['miniapp/src/packages/buy/pages/pay/pay.ts', 'miniapp/src/pages/home/home.ts'],
  'sdk-behind-adapter': ['cloudfunctions/_stores/a.ts', '@cloudbase/node-sdk'],
  'production-without-local': ['cloudfunctions/_operations/b.ts', 'cloudfunctions/_local/main.ts'],
  'entries-are-strangers': ['cloudfunctions/staff/index.ts', 'cloudfunctions/household/index.ts'],
  'nothing-imports-entries': ['cloudfunctions/_operations/c.ts', 'cloudfunctions/household/index.ts'],
  'adapters-at-the-entry': ['cloudfunctions/_operations/d.ts', 'cloudfunctions/_adapters/pay.ts'],
  'adapter-below-core': ['cloudfunctions/_adapters/a.ts', 'cloudfunctions/_stores/order-store.ts'],
  'core-below-operations': ['cloudfunctions/_core/b.ts', 'cloudfunctions/_stores/order-store.ts'],
  'store-below-operation': ['cloudfunctions/_stores/b.ts', 'cloudfunctions/_operations/buy.ts'],
};

let broken: { name: string; from: string }[] = [];
let tree: string;

const isFile = (to: string) => to.includes('/') && to.endsWith('.ts');

function write(file: string, text: string): void {
  mkdirSync(path.join(tree, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(tree, file), text);
}

beforeAll(() => {
  tree = mkdtempSync(path.join(tmpdir(), 'imports-'));
  symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'));
  write('tsconfig.json', '{"compilerOptions":{"module":"ESNext","moduleResolution":"Bundler"}}');
  for (const [, to] of Object.values(trespasses)) if (isFile(to)) write(to, 'export const it = 1;\n');
  rmSync(path.join(tree, 'shared/money/nowhere.ts'));
  write('shared/money/other.ts', "export { it } from './one';\n");
  for (const [from, to] of Object.values(trespasses)) {
    const target = isFile(to) ? path.relative(path.dirname(from), to).replace(/\.ts$/, '') : to;
    write(
      from,
      `import * as it from '${target.startsWith('.') || !isFile(to) ? target : `./${target}`}';\nexport default it;\n`,
    );
  }
  const run = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', path.join(root, '.dependency-cruiser.cjs'), '--output-type', 'json'],
      ...['cloudfunctions', 'miniapp', 'shared'],
    ],
    { cwd: tree, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  const { summary } = JSON.parse(run.stdout) as {
    summary: { violations: { from: string; rule: { name: string; severity: string } }[] };
  };
  broken = summary.violations
    .filter(({ rule }) => rule.severity === 'error')
    .map(({ from, rule }) => ({ name: rule.name, from }));
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

it('has a trespass for every rule', () => {
  expect(Object.keys(trespasses).sort()).toEqual(rules.map((rule) => rule.name).sort());
});

it.each(Object.entries(trespasses))('%s refuses what %j does', (name, [from]) => {
  expect(broken).toContainEqual({ name, from });
});
