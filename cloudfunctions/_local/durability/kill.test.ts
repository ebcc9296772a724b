import { runKills } from './kill-run';

const KILLS = 20;

// Every kill is followed by a start of the process.
jest.setTimeout(300_000);

it(`loses no acknowledged write and leaves nothing half done in ${KILLS} kills`, async () => {
  const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
  const { kills, acknowledged, failures } = await runKills({ kills: KILLS, seed });
  expect({ seed, kills, failures }).toEqual({ seed, kills: KILLS, failures: [] });
  expect(acknowledged).toBeGreaterThan(KILLS);
});
