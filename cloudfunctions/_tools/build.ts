/**
 * Builds what is stale and says so: `tsx cloudfunctions/_tools/build.ts [functions] [h5] [weapp]`, all three
 * without arguments. `--force` builds even what is fresh.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { hashOf, root, stampOf } from './build/freshness';
import { buildFunctions, functionNames } from './build/functions';
import { alone } from './build/lock';

interface Target {
  /** Files without which the output is not there, whatever the stamp says. */
  proofs: () => string[];
  inputs: readonly string[];
  build: () => Promise<void>;
}

const miniappInputs = ['miniapp/config', 'miniapp/src', 'miniapp/babel.config.js', 'shared'];

const targets: Record<string, Target> = {
  functions: {
    proofs: () => functionNames().map((name) => `cloudfunctions/dist/${name}/index.js`),
    inputs: ['cloudfunctions', 'cloudfunctions/_tools/build', 'shared', 'tsconfig.json'],
    build: () => buildFunctions(),
  },
  h5: {
    proofs: () => ['miniapp/dist/h5/index.html'],
    inputs: miniappInputs,
    build: () => buildMiniapp('h5'),
  },
  weapp: {
    proofs: () => ['miniapp/dist/weapp/app.json'],
    inputs: miniappInputs,
    build: () => buildMiniapp('weapp'),
  },
};

async function buildMiniapp(kind: 'h5' | 'weapp'): Promise<void> {
  const taro = spawn(process.execPath, ['miniapp/config/build.mjs', kind], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [code] = (await once(taro, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The ${kind} build failed.`);
}

async function buildIfStale(name: string, force: boolean): Promise<void> {
  const target = targets[name];
  if (target === undefined)
    throw new Error(`No such build: ${name}. There is ${Object.keys(targets).join(', ')}.`);
  const stamp = stampOf(name);
  const hash = hashOf(target.inputs);
  const there = target.proofs().every((file) => existsSync(path.join(root, file)));
  if (!force && there && stamp.agrees(hash)) return;
  const started = performance.now();
  console.error(`Building ${name}…`);
  stamp.forget();
  await target.build();
  stamp.write(hash);
  console.error(`Built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

async function main(words: readonly string[]): Promise<void> {
  const named = words.filter((word) => !word.startsWith('--'));
  const wanted = named.length > 0 ? named : Object.keys(targets);
  await alone(async () => {
    for (const name of wanted) await buildIfStale(name, words.includes('--force'));
  });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
