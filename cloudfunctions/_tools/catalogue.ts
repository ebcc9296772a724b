import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createRuntime } from '../_adapters/runtime';
import { workshopOf } from '../_core/serve';
import { StartRefused } from '../_local/data-folder';
import { startLocalCloud } from '../_local/local-cloud';
import { COLLECTIONS } from '../_stores/stores';
import { checkCatalogue, type CheckedCatalogue, type LocatedCatalogue } from './catalogue/check-catalogue';
import { loadCatalogue } from './catalogue/load-catalogue';
import { demoPlans } from './demo/catalogue';

/**
 * `npm run catalogue -- check FILE`: says line and field of every fault of a catalogue file; exit 1 when there is one.
 * `npm run catalogue -- load FILE --data DIR`: checks it and loads it into the local cloud of a data folder.
 * `npm run catalogue -- demo YEAR`: prints the demo's plans of a year as such a file.
 */
const USAGE = 'usage: npm run catalogue -- check FILE | load FILE --data DIR | demo YEAR';

const read = (path: string): LocatedCatalogue | undefined => {
  try {
    return checkCatalogue(readFileSync(path, 'utf8'));
  } catch (thrown) {
    console.error(`${path}: cannot be read (${(thrown as NodeJS.ErrnoException).code ?? String(thrown)})`);
    return undefined;
  }
};

const tellFaults = (path: string, { plans, faults }: CheckedCatalogue): void => {
  for (const { line, column, field, message } of faults) {
    console.log(`${path}:${String(line)}:${String(column)} ${field}: ${message}`);
  }
  console.log(`${String(plans.length)} plans read, ${String(faults.length)} faults`);
};

const check = (path: string): number => {
  const checked = read(path);
  if (!checked) return 1;
  tellFaults(path, checked);
  return checked.faults.length > 0 ? 1 : 0;
};

const load = async (path: string, dataDir: string): Promise<number> => {
  const checked = read(path);
  if (!checked) return 1;
  if (checked.faults.length > 0) {
    tellFaults(path, checked);
    console.log('nothing loaded');
    return 1;
  }
  if (!existsSync(join(dataDir, 'database'))) {
    console.error(
      `${dataDir} is no data folder of the local cloud: start it there first (npm start -- --data DIR)`,
    );
    return 1;
  }
  const cloud = await startLocalCloud({
    dataDir,
    port: 0,
    timers: false,
    collections: Object.values(COLLECTIONS),
  });
  try {
    Object.assign(process.env, cloud.environment());
    const { added, unchanged, superseded, faults } = await loadCatalogue(
      workshopOf(createRuntime(process.env)),
      checked.plans,
    );
    tellFaults(path, {
      plans: checked.plans,
      faults: faults.map(({ index, field, message }) => checked.at([index, field], message)),
    });
    console.log(
      faults.length > 0
        ? 'nothing loaded'
        : `${String(added)} added, ${String(unchanged)} unchanged, ${String(superseded)} no longer sold`,
    );
    return faults.length > 0 ? 1 : 0;
  } finally {
    await cloud.close();
  }
};

const demo = (year: string): number => {
  console.log(JSON.stringify(demoPlans(Number(year)), null, 2));
  return 0;
};

const run = async (args: string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    options: { data: { type: 'string' } },
    allowPositionals: true,
  });
  const [command, argument = '', ...more] = positionals;
  if (argument !== '' && more.length === 0) {
    if (command === 'check' && values.data === undefined) return check(argument);
    if (command === 'load' && values.data !== undefined) return load(argument, values.data);
    if (command === 'demo' && /^20\d{2}$/.test(argument)) return demo(argument);
  }
  console.error(USAGE);
  return 1;
};

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (thrown: unknown) => {
    const isUsage = thrown instanceof TypeError && 'code' in thrown;
    if (thrown instanceof StartRefused || isUsage)
      console.error(isUsage ? `${thrown.message}\n${USAGE}` : thrown.message);
    else console.error(thrown);
    process.exitCode = 1;
  },
);
