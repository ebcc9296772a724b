/**
 * `npm start`: set up, build what is stale, then the local cloud with the browser build, as one process tree.
 * Its arguments (`--data DIR`, `--fresh`, `--empty`) and `PORT` are the local cloud's. Standard output carries
 * the one line `ready http://…`; all else goes to standard error.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root, setUp } from './setup.mjs';

setUp();

/** Runs one TypeScript program as a child that ends when this process is told to end. Answers its exit code. */
async function run(program, args, stdout) {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: root,
    stdio: ['ignore', stdout, 'inherit'],
  });
  let stopped = false;
  const pass = (signal) => {
    stopped = true;
    child.kill(signal);
  };
  process.on('SIGINT', pass);
  process.on('SIGTERM', pass);
  process.on('SIGHUP', pass);
  const [code] = await once(child, 'exit');
  process.off('SIGINT', pass);
  process.off('SIGTERM', pass);
  process.off('SIGHUP', pass);
  // Ended from outside is how a server is meant to end.
  if (stopped) process.exit(code ?? 0);
  return code ?? 1;
}

const built = await run('cloudfunctions/_tools/build.ts', ['functions', 'h5'], process.stderr);
if (built !== 0) process.exit(built);
process.exitCode = await run('cloudfunctions/_local/main.ts', process.argv.slice(2), 'inherit');
