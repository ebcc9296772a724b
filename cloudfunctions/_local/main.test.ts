import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bundleCommand } from './durability/cloud-process';
import { databaseAt } from './testing-sdk';

// Every start is a process of its own.
jest.setTimeout(120_000);

const folders: string[] = [];
let bundle = '';
const children: ChildProcess[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-main-'));
  folders.push(folder);
  return folder;
}

beforeAll(async () => {
  bundle = await bundleCommand();
});

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  }
});

interface Started {
  readonly child: ChildProcess;
  readonly stdout: string[];
  readonly stderr: string[];
  /** The first line on stdout, or the exit code when there was none. */
  readonly outcome: Promise<string | number | null>;
}

function start(args: readonly string[], port = '0'): Started {
  const child = spawn(process.execPath, [bundle, ...args], {
    env: { ...process.env, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const stdout: string[] = [];
  const stderr: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => stderr.push(line));
  const outcome = new Promise<string | number | null>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      stdout.push(line);
      resolve(line);
    });
    child.once('close', (code) => resolve(code));
  });
  return { child, stdout, stderr, outcome };
}

async function startEmpty(folder: string): Promise<{ started: Started; url: string }> {
  const started = start(['--data', folder, '--empty']);
  const line = await started.outcome;
  if (typeof line !== 'string') throw new Error(started.stderr.join('\n'));
  expect(line).toMatch(/^ready http:\/\/127\.0\.0\.1:\d+$/);
  return { started, url: line.slice('ready '.length) };
}

async function end(started: Started, signal: NodeJS.Signals): Promise<number | null> {
  const exit = once(started.child, 'exit') as Promise<[number | null]>;
  started.child.kill(signal);
  return (await exit)[0];
}

/** The line with which a start was refused; its exit code must be 1 and stdout empty. */
async function refusalLine(started: Started): Promise<string> {
  expect(await started.outcome).toBe(1);
  expect(started.stdout).toEqual([]);
  expect(started.stderr).toHaveLength(1);
  return started.stderr[0] ?? '';
}

describe('the command', () => {
  it('says ready in one line, ends on SIGTERM and SIGINT, and finds its data again', async () => {
    const folder = newFolder();
    const first = await startEmpty(folder);
    await databaseAt(first.url).createCollection('kept');
    await databaseAt(first.url).collection('kept').add({ _id: 'x', n: 1 });
    const secrets = await fetch(`${first.url}/_local/clock`, {
      method: 'POST',
      body: '{"advanceMs":86400000}',
    });
    const { now } = (await secrets.json()) as { now: number };
    expect(await end(first.started, 'SIGTERM')).toBe(0);
    expect(first.started.stdout).toHaveLength(1);

    const second = await startEmpty(folder);
    expect((await databaseAt(second.url).collection('kept').get()).data).toEqual([{ _id: 'x', n: 1 }]);
    const clock = (await (await fetch(`${second.url}/_local/clock`)).json()) as { now: number };
    expect(clock.now).toBeGreaterThanOrEqual(now);
    expect(await end(second.started, 'SIGINT')).toBe(0);
  });

  it('refuses a data folder that another process holds, and not after that one was killed', async () => {
    const folder = newFolder();
    const { started } = await startEmpty(folder);
    expect(await refusalLine(start(['--data', folder, '--empty']))).toMatch(/in use by process \d+/);
    await end(started, 'SIGKILL');
    const again = await startEmpty(folder);
    await end(again.started, 'SIGTERM');
  });

  it('refuses a taken port and a data folder that is none', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const taken = start(['--data', newFolder(), '--empty'], String(port));
    expect(await refusalLine(taken)).toContain(`port ${port} is taken`);
    server.close();

    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    expect(await refusalLine(start(['--data', file, '--empty']))).toContain(
      'cannot write to the data folder',
    );
  });

  it('takes the whole state out and brings it in elsewhere, but not while a local cloud runs on it', async () => {
    const [folder, copy, taken] = [newFolder(), newFolder(), join(newFolder(), 'taken')];
    const { started, url } = await startEmpty(folder);
    await databaseAt(url).createCollection('kept');
    await databaseAt(url).collection('kept').add({ _id: 'x' });
    expect(await refusalLine(start(['export', taken, '--data', folder]))).toMatch(/in use by process \d+/);
    expect(await refusalLine(start(['import', taken, '--data', folder]))).toContain('no exported state');
    await end(started, 'SIGTERM');
    expect(await start(['export', taken, '--data', folder]).outcome).toBe(0);
    expect(await start(['import', taken, '--data', copy]).outcome).toBe(0);
    expect(await refusalLine(start(['import', taken, '--data', copy]))).toContain('is not empty');
    const second = await startEmpty(copy);
    expect((await databaseAt(second.url).collection('kept').get()).data).toEqual([{ _id: 'x' }]);
    await end(second.started, 'SIGTERM');
  });

  it('says in one line what it does not understand', async () => {
    expect(await refusalLine(start(['export']))).toContain('name one folder');
    expect(await refusalLine(start(['--sideways']))).toContain('--sideways');
  });
});
