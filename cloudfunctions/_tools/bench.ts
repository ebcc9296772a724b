/** `npm run bench`: what the product weighs and how long things take, each beside its limit or its bare rival. */
import path from 'node:path';
import { timeDatabase } from './bench/database';
import { timeIssuing } from './bench/issuing';
import { timeOperations } from './bench/operations';
import { timeQueue } from './bench/queue';
import { timeRoster } from './bench/roster';
import { note, printTable, type Row } from './bench/table';
import { root } from './build/freshness';
import { functionFaults } from './check/function-bundles';
import { weappFaults } from './check/weapp-package';

const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;

const operationRows = async (): Promise<Row[]> =>
  (await timeOperations()).map(({ name, calls, operation, bare }) =>
    note(
      `${name}, warm through the local cloud : bare SDK, ${calls}`,
      `${(operation.p50 / bare.p50).toFixed(2)} × (p50 ${milliseconds(operation.p50)} to ${milliseconds(bare.p50)}, ` +
        `p95 ${milliseconds(operation.p95)} to ${milliseconds(bare.p95)})`,
    ),
  );

const main = async (): Promise<number> => {
  const weapp = weappFaults(path.join(root, 'miniapp/dist/weapp'));
  const functions = functionFaults(path.join(root, 'cloudfunctions/dist'));
  for (const line of [...weapp.sizes, ...functions.sizes]) console.log(line);
  const rows = [
    ...(await timeDatabase()),
    ...(await operationRows()),
    ...(await timeRoster()),
    ...(await timeIssuing()),
    ...(await timeQueue()),
  ];
  printTable(rows);
  const faults = [...weapp.faults, ...functions.faults];
  for (const fault of faults) console.error(fault);
  return faults.length === 0 && rows.every(({ met }) => met) ? 0 : 1;
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
