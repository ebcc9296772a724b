/**
 * `npm test`: set up, build what is stale, then every gate. The gates and the summary are in check.ts, which
 * needs the installed packages to run at all.
 */
import { spawnSync } from 'node:child_process';
import { root, setUp } from './setup.mjs';

setUp();
const checked = spawnSync(
  process.execPath,
  ['--import', 'tsx', 'cloudfunctions/_tools/check.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = checked.status ?? 1;
