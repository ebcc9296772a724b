/** `npm run kill [-- --kills N --seed N]`: kills the local cloud under load and looks for what it had promised. */
import { parseArgs } from 'node:util';
import { runKills } from '../_local/durability/kill-run';

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: { kills: { type: 'string', default: '200' }, seed: { type: 'string' } },
  });
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  console.log(`seed ${seed}`);
  const { kills, acknowledged, failures } = await runKills({
    kills: Number(values.kills),
    seed,
    onKill: (kill, writes) => {
      if (kill % 10 === 0) console.log(`${kill} kills, ${writes} acknowledged writes`);
    },
  });
  for (const failure of failures) console.error(failure);
  console.log(
    `${kills} kills, ${acknowledged} acknowledged writes checked, ${failures.length} failures (seed ${seed})`,
  );
  return failures.length === 0 ? 0 : 1;
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
