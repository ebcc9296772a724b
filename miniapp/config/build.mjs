// Builds one target: `node miniapp/config/build.mjs weapp|h5`. Taro exits 0 even when its configuration is
// invalid and nothing was built, so the output is checked here: it is there, and a phone of 2018 can parse it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';

const target = process.argv[2];
if (target !== 'weapp' && target !== 'h5') fail('usage: build.mjs weapp|h5');

const miniapp = fileURLToPath(new URL('..', import.meta.url));
const place = path.join(miniapp, 'dist', process.env.GALLERY === '1' ? `gallery-${target}` : target);
/** The last output stays in place until the new one is whole. */
const output = `${place}-next`;
rmSync(output, { recursive: true, force: true });

const taro = path.join(miniapp, '../node_modules/@tarojs/cli/bin/taro');
const built = spawnSync(process.execPath, [taro, 'build', '--type', target, '--no-check'], {
  cwd: miniapp,
  env: {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    OUTPUT_ROOT: path.relative(miniapp, output),
  },
  encoding: 'utf8',
});
const said = `${built.stdout}${built.stderr}`;
const entry = path.join(output, target === 'weapp' ? 'app.json' : 'index.html');
if (built.status !== 0 || !existsSync(entry) || said.includes('Compiled with some errors')) {
  fail(`taro build --type ${target} failed\n${said}`);
}

const scripts = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.js'),
);
if (target === 'weapp') {
  for (const file of scripts) {
    try {
      parse(readFileSync(path.join(output, file), 'utf8'), { ecmaVersion: 2019, sourceType: 'script' });
    } catch (error) {
      fail(`${file} is not ES2019: ${error.message}`);
    }
  }
}
rmSync(place, { recursive: true, force: true });
renameSync(output, place);
console.log(`built ${path.relative(process.cwd(), place)}: ${scripts.length} scripts`);

function fail(message) {
  console.error(message);
  process.exit(1);
}
