import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { MENDED_BY_THE_BILL, PLANTED_FAULTS } from './planted-faults';
import { Simulation } from './simulation';

const SEEDS = 2000;
const BILL_SEEDS = 200;
const LONGEST_MS = 600_000;

const program = join(__dirname, '..', '..', '..', '.cache', 'simulate.cjs');

beforeAll(() => {
  // The command itself, bundled: within the test runner the same code is several times slower.
  buildSync({
    entryPoints: [join(__dirname, 'simulate.ts')],
    bundle: true,
    platform: 'node',
    packages: 'external',
    outfile: program,
  });
});

/** Runs the command; answers its last line. */
const lastLine = (...options: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [program, ...options], (error, output) => {
      const line = output.trim().split('\n').pop() ?? '';
      if (/^Seeds: /.test(line)) resolve(error ? output.trim() : line);
      else reject(error ?? new Error(output));
    });
  });

describe('purchases in a storm', () => {
  it(
    `keep every promise in ${String(SEEDS)} seeds`,
    async () => {
      expect(await lastLine('--seeds', String(SEEDS))).toBe(`Seeds: ${String(SEEDS)} run, 0 failed`);
    },
    LONGEST_MS,
  );

  it.each(Object.keys(MENDED_BY_THE_BILL))(
    `keep every promise in ${String(BILL_SEEDS)} seeds by the daily bill when %s`,
    async (plant) => {
      expect(await lastLine('--seeds', String(BILL_SEEDS), '--plant', plant)).toBe(
        `Seeds: ${String(BILL_SEEDS)} run, 0 failed`,
      );
    },
    LONGEST_MS,
  );

  it('run alike from the same seed', async () => {
    const ends = async (): Promise<unknown> => {
      const simulation = new Simulation();
      const outcomes = [await simulation.run(7), await simulation.run(8), await simulation.run(7)];
      return outcomes;
    };
    const [first, , again] = (await ends()) as unknown[];
    expect(again).toEqual(first);
    expect(await ends()).toEqual(await ends());
  });

  it.each(Object.keys(PLANTED_FAULTS))(
    'show the planted fault "%s"',
    async (plant) => {
      expect(await lastLine('--seeds', String(SEEDS), '--plant', plant)).toMatch(/ run, 1 failed$/);
    },
    LONGEST_MS,
  );
});
