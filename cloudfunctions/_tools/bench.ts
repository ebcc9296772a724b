/** `npm run bench`: what the product weighs and how long its operations take, each beside its limit or its bare rival. */
import path from 'node:path';
import { timeOperations } from './bench/operations';
import { root } from './build/freshness';
import { functionFaults } from './check/function-bundles';
import { weappFaults } from './check/weapp-package';

const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;

const main = async (): Promise<number> => {
  const weapp = weappFaults(path.join(root, 'miniapp/dist/weapp'));
  const functions = functionFaults(path.join(root, 'cloudfunctions/dist'));
  for (const line of [...weapp.sizes, ...functions.sizes]) console.log(line);
  for (const { name, calls, operation, bare } of await timeOperations()) {
    console.log(
      `${name} warm through the local cloud: p50 ${milliseconds(operation.p50)}, p95 ${milliseconds(operation.p95)}; ` +
        `bare SDK, ${calls}: p50 ${milliseconds(bare.p50)}, p95 ${milliseconds(bare.p95)}; ` +
        `ratio p50 ${(operation.p50 / bare.p50).toFixed(2)}`,
    );
  }
  const faults = [...weapp.faults, ...functions.faults];
  for (const fault of faults) console.error(fault);
  return faults.length === 0 ? 0 : 1;
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
