import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { ALL_PLANTS } from './planted-faults';
import { runStorms, type Storms } from './run-storms';
import type { Totals } from './totals';

/**
 * `npm run simulate -- --seeds N --from S`: storms of purchases, one per seed, through the real handlers, on every core.
 * A failing seed prints itself, what is wrong and the command that repeats it. `--plant NAME` plants a fault first and
 * ends at the first seed that shows it. The last line says how many ran and failed; exit 1 when any failed.
 */
const USAGE = 'usage: npm run simulate -- [--seeds N] [--from FIRST_SEED] [--plant NAME] [--workers N]';

/** A long run says now and then how far it is. */
const SEEDS_TO_A_LINE = 5000;

const readOptions = (): Storms | undefined => {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '2000' },
      from: { type: 'string', default: '1' },
      plant: { type: 'string', default: '' },
      workers: { type: 'string', default: String(availableParallelism()) },
    },
  });
  const [seeds, from, workers] = [Number(values.seeds), Number(values.from), Number(values.workers)];
  const isRight = [seeds, from, workers].every(Number.isInteger) && seeds > 0 && workers > 0;
  if (!isRight || !(values.plant in ALL_PLANTS)) return undefined;
  // The first seed that shows a planted fault is the same every time only when they are played one by one.
  return { seeds, from, plant: values.plant, workers: values.plant === '' ? workers : 1 };
};

const summary = (totals: Totals, workers: number): string => {
  const { seeds, policies, renewals, sponsored, refunds, operations, seconds, cpuSeconds } = totals;
  const perSeed = (operations / seeds).toFixed(0);
  return [
    `${String(policies)} policies (${String(renewals)} renewed, ${String(sponsored)} paid for by others), ${String(refunds)} refunds, ${perSeed} database operations a seed`,
    `${(seeds / seconds / workers).toFixed(0)} seeds a second per core by the clock, ${(seeds / cpuSeconds).toFixed(0)} per second of processor time; ${String(workers)} cores`,
  ].join('\n');
};

const main = async (): Promise<void> => {
  const storms = readOptions();
  if (!storms) {
    console.error(`${USAGE}\nplants: ${Object.keys(ALL_PLANTS).filter(Boolean).join(' · ')}`);
    process.exitCode = 1;
    return;
  }
  const planted = storms.plant === '' ? '' : ` --plant '${storms.plant}'`;
  let played = 0;
  const totals = await runStorms(storms, {
    failed: ({ seed, faults }) => {
      console.log(`seed ${String(seed)}\n  ${faults.join('\n  ')}`);
      console.log(`  again: npm run simulate -- --seeds 1 --from ${String(seed)}${planted}`);
    },
    played: (seeds) => {
      played += seeds;
      if (played % SEEDS_TO_A_LINE === 0) console.error(`${String(played)} seeds played`);
    },
  });
  console.log(summary(totals, storms.workers));
  console.log(`Seeds: ${String(totals.seeds)} run, ${String(totals.failed)} failed`);
  if (totals.failed > 0) process.exitCode = 1;
};

void main();
