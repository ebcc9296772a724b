import { ALL_PLANTS } from './planted-faults';
import { Simulation } from './simulation';
import { NO_TOTALS, SEEDS_TO_A_SIGN, sumOfTotals, type Share, type Told } from './totals';

/** Plays a share of seeds; with a fault planted only to the first seed that shows it. */
const playShare = async ({ from, seeds, step, plant }: Share, tell: (told: Told) => void): Promise<void> => {
  const simulation = new Simulation(ALL_PLANTS[plant]);
  const [started, cpuBefore] = [performance.now(), process.cpuUsage()];
  let totals = NO_TOTALS;
  for (let seed = from; seed < from + seeds * step; seed += step) {
    const outcome = await simulation.run(seed);
    const { policies, renewals, sponsored, refunds, operations } = outcome;
    const failed = outcome.faults.length > 0 ? 1 : 0;
    const played = { seeds: 1, failed, policies, renewals, sponsored, refunds, operations };
    totals = sumOfTotals(totals, { ...played, cpuSeconds: 0, seconds: 0 });
    if (failed > 0) tell({ kind: 'failed', outcome });
    if (totals.seeds % SEEDS_TO_A_SIGN === 0) tell({ kind: 'soFar' });
    if (failed > 0 && plant !== '') break;
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  const seconds = (performance.now() - started) / 1000;
  tell({ kind: 'end', totals: { ...totals, cpuSeconds: (user + system) / 1e6, seconds } });
};

const [share = ''] = process.argv.slice(2);
void playShare(JSON.parse(share) as Share, (told) => process.send?.(told));
