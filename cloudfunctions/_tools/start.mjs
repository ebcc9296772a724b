/**
 * `npm start`: set up, build what is stale, then the local cloud with the browser build, as one process tree.
 * Its arguments (`--data DIR`, `--fresh`, `--empty`) and `PORT` are the local cloud's. Standard output carries
 * the one line `ready http://…`; all else goes to standard error.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root, setUp } from './setup.mjs';

setUp();

const onWindows = process.platform === 'win32';

/**
 * Runs one TypeScript program as a child with all that it starts, and ends them when this process is told to
 * end or when npm, which started it, is gone. Answers its exit code.
 */
async function run(program, args, stdout) {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: root,
    stdio: ['ignore', stdout, 'inherit'],
    // A group of its own, so that a signal reaches also what the child started.
    detached: !onWindows,
  });
  let stopped = false;
  const stop = (signal) => {
    stopped = true;
    if (child.pid === undefined || child.exitCode !== null) return;
    process.kill(onWindows ? child.pid : -child.pid, signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  const startedBy = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== startedBy && !stopped) stop('SIGTERM');
  }, 500);
  const [code] = await once(child, 'exit');
  clearInterval(watch);
  for (const signal of signals) process.off(signal, stop);
  // Ended from outside is how a server is meant to end.
  if (stopped) process.exit(code ?? 0);
  return code ?? 1;
}

const built = await run('cloudfunctions/_tools/build.ts', ['functions', 'h5'], process.stderr);
if (built !== 0) process.exit(built);
process.exitCode = await run('cloudfunctions/_local/main.ts', process.argv.slice(2), 'inherit');
