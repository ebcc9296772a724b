/** The `es2019` gate: what would be uploaded to WeChat is small enough, old enough and free of local doors. */
import path from 'node:path';
import { root } from './build/freshness';
import { functionFaults } from './check/function-bundles';
import { weappFaults } from './check/weapp-package';

const weapp = weappFaults(path.join(root, 'miniapp/dist/weapp'));
const functions = functionFaults(path.join(root, 'cloudfunctions/dist'));

for (const line of [...weapp.sizes, ...functions.sizes]) console.log(line);
const faults = [...weapp.faults, ...functions.faults];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
