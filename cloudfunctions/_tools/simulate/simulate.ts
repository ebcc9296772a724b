import { parseArgs } from 'node:util';
import { Simulation } from './simulation';

/**
 * `npm run simulate -- --seeds N --from S`: storms of purchases, one per seed, through the real handlers. A failing seed
 * prints itself and what is wrong; `--seeds 1 --from SEED` repeats it. The last line says how many ran and failed.
 */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { seeds: { type: 'string' }, from: { type: 'string' } } });
  const seeds = Number(values.seeds ?? '2000');
  const from = Number(values.from ?? '1');
  if (!Number.isInteger(seeds) || seeds < 1 || !Number.isInteger(from)) {
    console.error('usage: npm run simulate -- --seeds N --from FIRST_SEED');
    process.exitCode = 1;
    return;
  }
  const simulation = new Simulation();
  const started = performance.now();
  let failed = 0;
  let policies = 0;
  let refunds = 0;
  for (let seed = from; seed < from + seeds; seed += 1) {
    const outcome = await simulation.run(seed);
    policies += outcome.policies;
    refunds += outcome.refunds;
    if (outcome.faults.length > 0) {
      failed += 1;
      console.log(`seed ${String(seed)}\n  ${outcome.faults.join('\n  ')}`);
    }
  }
  await simulation.close();
  const perSecond = (seeds * 1000) / (performance.now() - started);
  console.log(
    `${String(policies)} policies, ${String(refunds)} refunds, ${perSecond.toFixed(0)} seeds a second`,
  );
  console.log(`Seeds: ${String(seeds)} run, ${String(failed)} failed`);
  if (failed > 0) process.exitCode = 1;
};

void main();
