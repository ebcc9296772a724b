import { Console } from 'node:console';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { COLLECTIONS } from '../_stores/stores';
import { exportState } from './backup/export-state';
import { importState } from './backup/import-state';
import { summaryOf } from './backup/layout';
import { StartRefused } from './data-folder';
import { startLocalCloud, type LocalCloud } from './local-cloud';

const ROOT = resolve(__dirname, '..', '..');
const DEFAULT_PORT = 5210;

/** Stdout carries one line, the address; everything else is for the person watching. */
function progress(line: string): void {
  process.stderr.write(`[local] ${line}\n`);
}

const DATA = { type: 'string', default: join(ROOT, '.data') } as const;

function readOptions(args: string[]): { dataDir: string; port: number; fresh: boolean; empty: boolean } {
  const { values } = parseArgs({
    args,
    options: {
      data: DATA,
      fresh: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
    },
  });
  const port = Number(process.env.PORT ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new StartRefused(`PORT=${process.env.PORT ?? ''} is not a port`);
  }
  return { dataDir: resolve(values.data), port, fresh: values.fresh, empty: values.empty };
}

async function seedDemo(cloud: LocalCloud): Promise<void> {
  const { seed } = await import('../_tools/seed');
  await cloud.seeding(async () => {
    progress('writing the demo data');
    await seed({
      environment: cloud.environment(),
      now: () => cloud.clock.now(),
      putIdentities: (identities) => cloud.storeIdentities(identities),
    });
  });
}

/** Runs the local cloud until it is told to end. */
async function start(args: string[]): Promise<void> {
  const { dataDir, port, fresh, empty } = readOptions(args);
  const staticDir = join(ROOT, 'miniapp', 'dist', 'h5');
  const cloud = await startLocalCloud({
    dataDir,
    port,
    fresh,
    functionsDir: join(ROOT, 'cloudfunctions', 'dist'),
    collections: Object.values(COLLECTIONS),
    staticDir: existsSync(staticDir) ? staticDir : undefined,
    miniProgramDir: join(ROOT, 'miniapp', 'dist', 'weapp'),
    onProgress: progress,
  });
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    cloud.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  process.on('SIGHUP', end);
  if (cloud.isNew && !empty) await seedDemo(cloud);
  process.stdout.write(`ready ${cloud.url}\n`);
}

/** `[--data DIR] TARGET`: writes the whole state to a folder, or reads it from there into an empty data folder. */
async function move(
  args: string[],
  how: (dataDir: string, folder: string) => Promise<string>,
): Promise<void> {
  const { values, positionals } = parseArgs({ args, options: { data: DATA }, allowPositionals: true });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new StartRefused('name one folder');
  progress(await how(resolve(values.data), resolve(folder)));
}

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  start,
  export: (args) =>
    move(
      args,
      async (dataDir, folder) => `${summaryOf(await exportState(dataDir, folder))} written to ${folder}`,
    ),
  import: (args) =>
    move(
      args,
      async (dataDir, folder) => `${summaryOf(await importState(folder, dataDir))} read into ${dataDir}`,
    ),
};

/** `main.ts [start] …`, `main.ts export …`, `main.ts import …`. */
async function main(): Promise<void> {
  globalThis.console = new Console(process.stderr);
  const [name = '', ...rest] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  await (command === undefined ? start(process.argv.slice(2)) : command(rest));
}

main().catch((error: unknown) => {
  const refused = error instanceof StartRefused || (error instanceof TypeError && 'code' in error);
  if (refused) progress(error.message);
  else progress(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
});
