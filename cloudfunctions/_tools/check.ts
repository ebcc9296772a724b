/**
 * Runs every gate, each its own npm script, also after one has failed, and sums up. `npm test -- lint jest`
 * runs only those named.
 *
 * Counting: a gate that runs tests counts its tests, as its runner counted them; any other gate counts as one.
 * A runner that fails without a failed test (a file that does not load) or that runs no test counts one failure.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { root } from './build/freshness';
import { countTests, total, type Tally } from './check/tally';

interface Gate {
  script: string;
  shows: string;
  runsTests?: boolean;
}

const gates: readonly Gate[] = [
  { script: 'types', shows: 'strict types' },
  { script: 'lint', shows: 'ESLint with types' },
  { script: 'format:check', shows: 'Prettier' },
  { script: 'deps', shows: 'who may import whom' },
  { script: 'knip', shows: 'nothing unused, nothing undeclared' },
  { script: 'es2019', shows: 'the compiled package: syntax, sizes, no local door' },
  { script: 'jest', shows: 'rules, operations, components, compiled package', runsTests: true },
  { script: 'journey', shows: 'the journey in a browser', runsTests: true },
];

interface Outcome extends Tally {
  gate: Gate;
  seconds: number;
}

async function runGate(gate: Gate): Promise<Outcome> {
  console.log(`\n── ${gate.script}: ${gate.shows}`);
  const started = performance.now();
  const child = spawn('npm', ['run', '--silent', gate.script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      process.stdout.write(text);
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  const seconds = (performance.now() - started) / 1000;
  if (gate.runsTests === true) return { gate, seconds, ...countTests(said, code === 0) };
  return { gate, seconds, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/** Builds all that the gates read, and refuses to go on without a browser. Ends the process when it cannot. */
function prepare(chosen: readonly Gate[]): void {
  const steps = ['cloudfunctions/_tools/build.ts'];
  if (chosen.some((gate) => gate.script === 'journey')) steps.unshift('miniapp/e2e/browser-check.ts');
  for (const step of steps) {
    const run = spawnSync(process.execPath, ['--import', 'tsx', step], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (run.status !== 0) process.exit(1);
  }
}

function choose(names: readonly string[]): readonly Gate[] {
  const unknown = names.filter((name) => !gates.some((gate) => gate.script === name));
  if (unknown.length > 0) {
    console.error(
      `No such gate: ${unknown.join(', ')}. There is ${gates.map((gate) => gate.script).join(', ')}.`,
    );
    process.exit(1);
  }
  return names.length === 0 ? gates : gates.filter((gate) => names.includes(gate.script));
}

async function main(): Promise<void> {
  const chosen = choose(process.argv.slice(2));
  prepare(chosen);
  const outcomes: Outcome[] = [];
  for (const gate of chosen) outcomes.push(await runGate(gate));

  console.log('');
  for (const { gate, passed, failed, seconds } of outcomes) {
    const verdict = failed === 0 ? 'passed' : 'FAILED';
    const counted = gate.runsTests === true ? `${passed} passed, ${failed} failed` : '';
    console.log(
      `${gate.script.padEnd(13)}${verdict.padEnd(8)}${seconds.toFixed(1).padStart(7)} s  ${counted}`,
    );
  }
  const { passed, failed } = total(outcomes);
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`\nTests: ${passed} passed, ${failed} failed`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
