import { Console } from 'node:console';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { COLLECTIONS } from '../_stores/stores';
import { StartRefused } from './data-folder';
import { startLocalCloud, type LocalCloud } from './local-cloud';

const ROOT = resolve(__dirname, '..', '..');
const DEFAULT_PORT = 5210;

/** Stdout carries one line, the address; everything else is for the person watching. */
function progress(line: string): void {
  process.stderr.write(`[local] ${line}\n`);
}

function readOptions(): { dataDir: string; port: number; fresh: boolean; empty: boolean } {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: join(ROOT, '.data') },
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

async function main(): Promise<void> {
  globalThis.console = new Console(process.stderr);
  const { dataDir, port, fresh, empty } = readOptions();
  const staticDir = join(ROOT, 'miniapp', 'dist', 'h5');
  const cloud = await startLocalCloud({
    dataDir,
    port,
    fresh,
    functionsDir: join(ROOT, 'cloudfunctions', 'dist'),
    collections: Object.values(COLLECTIONS),
    staticDir: existsSync(staticDir) ? staticDir : undefined,
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

main().catch((error: unknown) => {
  if (error instanceof StartRefused) progress(error.message);
  else progress(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
});
