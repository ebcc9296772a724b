import { parseArgs } from 'node:util';
import { ALL_PLANTS } from './planted-faults';
import { Simulation, type Outcome } from './simulation';

/**
 * `npm run simulate -- --seeds N --from S`: storms of purchases, one per seed, through the real handlers. A failing seed
 * prints itself and what is wrong; `--seeds 1 --from SEED` repeats it. `--plant NAME` plants a fault first and ends at the
 * first seed that shows it. The last line says how many ran and failed; exit 1 when any failed.
 */
const USAGE = 'usage: npm run simulate -- [--seeds N] [--from FIRST_SEED] [--plant NAME]';

const readOptions = () => {
  const { values } = parseArgs({
    options: { seeds: { type: 'string' }, from: { type: 'string' }, plant: { type: 'string' } },
  });
  const seeds = Number(values.seeds ?? '2000');
  const from = Number(values.from ?? '1');
  const plants = ALL_PLANTS[values.plant ?? ''];
  const isRight = Number.isInteger(seeds) && seeds > 0 && Number.isInteger(from);
  return isRight && plants ? { seeds, from, plants, isPlanted: values.plant !== undefined } : undefined;
};

const main = async (): Promise<void> => {
  const options = readOptions();
  if (!options) {
    console.error(`${USAGE}\nplants: ${Object.keys(ALL_PLANTS).filter(Boolean).join(' · ')}`);
    process.exitCode = 1;
    return;
  }
  const { seeds, from, plants, isPlanted } = options;
  const simulation = new Simulation(plants);
  const started = performance.now();
  const cpuBefore = process.cpuUsage();
  const outcomes: Outcome[] = [];
  for (let seed = from; seed < from + seeds; seed += 1) {
    const outcome = await simulation.run(seed);
    outcomes.push(outcome);
    if (outcome.faults.length === 0) continue;
    console.log(`seed ${String(seed)}\n  ${outcome.faults.join('\n  ')}`);
    if (isPlanted) break;
  }
  const sum = (of: (outcome: Outcome) => number): string =>
    String(outcomes.reduce((total, outcome) => total + of(outcome), 0));
  const perSecond = (outcomes.length * 1000) / (performance.now() - started);
  const { user, system } = process.cpuUsage(cpuBefore);
  console.log(`cpu ${((outcomes.length * 1e6) / (user + system)).toFixed(0)} seeds per cpu second`);
  const failed = outcomes.filter(({ faults }) => faults.length > 0).length;
  console.log(
    `${sum(({ policies }) => policies)} policies, ${sum(({ refunds }) => refunds)} refunds, ${perSecond.toFixed(0)} seeds a second`,
  );
  console.log(`Seeds: ${String(outcomes.length)} run, ${String(failed)} failed`);
  if (failed > 0) process.exitCode = 1;
};

void main();
