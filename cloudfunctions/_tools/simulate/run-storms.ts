import { fork } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Outcome } from './simulation';
import { NO_TOTALS, SEEDS_TO_A_SIGN, sumOfTotals, type Share, type Told, type Totals } from './totals';

/** What to play. */
export interface Storms {
  readonly from: number;
  readonly seeds: number;
  /** A fault planted first; empty: none. */
  readonly plant: string;
  /** Processes side by side. */
  readonly workers: number;
}

const program = join(__dirname, '..', '..', '..', '.cache', 'storms.cjs');

/** Each core has a process of its own, which does its collecting and compiling itself; young objects die at every seed. */
const NODE_OPTIONS = ['--max-semi-space-size=16', '--single-threaded'];

let built: Promise<unknown> | undefined;

/** One file: loaded module by module, the same code is slower. */
const builtProgram = (): Promise<unknown> =>
  (built ??= build({
    entryPoints: [join(__dirname, 'storm-runner.ts')],
    bundle: true,
    platform: 'node',
    outfile: program,
    logLevel: 'error',
  }));

/** Who wants to hear of a run before it is over. */
export interface Listener {
  readonly failed: (outcome: Outcome) => void;
  /** So many more seeds were played. */
  readonly played?: (seeds: number) => void;
}

const playShare = (share: Share, listener: Listener): Promise<Totals> =>
  new Promise((resolve, reject) => {
    let totals: Totals | undefined;
    const child = fork(program, [JSON.stringify(share)], { execArgv: NODE_OPTIONS });
    child.on('message', (told: Told) => {
      if (told.kind === 'failed') listener.failed(told.outcome);
      else if (told.kind === 'soFar') listener.played?.(SEEDS_TO_A_SIGN);
      else totals = told.totals;
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (totals && code === 0) resolve(totals);
      else reject(new Error(`a process of the simulation ended with ${String(code)}`));
    });
  });

/** Plays seeds in processes of their own; answers what they came to, and tells of each that failed as soon as it is known. */
export const runStorms = async (
  { from, seeds, plant, workers }: Storms,
  listener: Listener,
): Promise<Totals> => {
  await builtProgram();
  const shares = Array.from({ length: Math.min(workers, seeds) }, (_, position): Share => {
    const own = Math.ceil((seeds - position) / workers);
    return { from: from + position, seeds: own, step: workers, plant };
  });
  const all = await Promise.all(shares.map((share) => playShare(share, listener)));
  return all.reduce(sumOfTotals, NO_TOTALS);
};
