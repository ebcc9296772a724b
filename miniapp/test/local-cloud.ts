/**
 * A local cloud of a test's own: the very command of `npm start`, on a free port, with a data folder that is
 * thrown away. Tests speak to it through its doors only.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const root = path.resolve(__dirname, '../..');

/** One person of the demo data. */
export interface CastMember {
  openid: string;
  name: string;
  role: string;
  note: string;
}

/** What a function answers: `data` of its contract's output, or an error of the catalogue. */
export type Reply =
  | { ok: true; data: unknown }
  | {
      ok: false;
      error: {
        code: string;
        message: string;
        requestId: string;
        fields?: { path: string; message: string }[];
      };
    };

/** What a phone needs of a cloud. */
export type CloudDoors = Pick<LocalCloud, 'url' | 'fetch' | 'atCashier'>;

export class LocalCloud {
  constructor(
    /** `http://127.0.0.1:PORT` */
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly dataFolder: string,
    private readonly complaints: readonly string[],
  ) {}

  /** Any request to the server; answers the response whatever its status. */
  fetch(door: string, options: { method?: string; openid?: string; json?: unknown } = {}): Promise<Response> {
    const { method = options.json === undefined ? 'GET' : 'POST', openid, json } = options;
    return fetch(`${this.url}${door}`, {
      method,
      headers: {
        ...(openid === undefined ? {} : { 'x-openid': openid }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
  }

  private async answer(door: string, options: { openid?: string; json?: unknown } = {}): Promise<unknown> {
    const response = await this.fetch(door, options);
    const text = await response.text();
    if (!response.ok) throw new Error(`${door} answered ${response.status}: ${text}`);
    return JSON.parse(text);
  }

  /** Calls one operation as one person, as the mini-program does. */
  async call(openid: string, functionName: string, name: string, input: unknown): Promise<Reply> {
    return (await this.answer(`/_local/call/${functionName}`, { openid, json: { name, input } })) as Reply;
  }

  /** The people of the demo data; empty in a cloud without it. */
  async cast(): Promise<CastMember[]> {
    return (await this.answer('/_local/identities')) as CastMember[];
  }

  /** Sets the cloud's clock (`now`, epoch ms) or moves it on. Answers the new time. */
  async moveClock(to: { now: number } | { advanceMs: number }): Promise<number> {
    return ((await this.answer('/_local/clock', { json: to })) as { now: number }).now;
  }

  /** Fires one timer of a function's config.json and waits until it has finished. */
  async runTimer(name: string): Promise<unknown> {
    return this.answer(`/_local/timers/${name}`, { json: {} });
  }

  /** The subscribe messages that WeChat received for one person. */
  async messagesOf(openid: string): Promise<unknown> {
    return this.answer(`/_local/messages?openid=${encodeURIComponent(openid)}`);
  }

  /** What the person does at WeChat's cashier, which checks the signature of what the app gave it. */
  async atCashier(
    openid: string,
    params: { readonly package: string },
    result: 'pay' | 'cancel' | 'fail',
  ): Promise<unknown> {
    const prepayId = params.package.replace(/^prepay_id=/, '');
    return this.answer(`/_local/cashier/${encodeURIComponent(prepayId)}`, {
      openid,
      json: { result, params },
    });
  }

  /** Ends the cloud and removes its data. Throws when it died before. */
  async stop(): Promise<void> {
    const diedBefore = this.child.exitCode !== null || this.child.signalCode !== null;
    if (!diedBefore) {
      this.child.kill('SIGTERM');
      await once(this.child, 'exit');
    }
    rmSync(this.dataFolder, { recursive: true, force: true });
    if (diedBefore) throw new Error(`The local cloud ended by itself:\n${this.complaints.join('\n')}`);
  }
}

/** Starts a cloud; `demo: false` leaves it without people and records. Throws what it said when it does not come up. */
export async function startLocalCloud({ demo = true }: { demo?: boolean } = {}): Promise<LocalCloud> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'local-cloud-'));
  const args = ['--import', 'tsx', 'cloudfunctions/_local/main.ts', '--data', dataFolder];
  const child = spawn(process.execPath, demo ? args : [...args, '--empty'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: '0' },
  });
  const complaints: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));

  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = /^ready (http:\S+)$/.exec(line);
      if (ready?.[1] !== undefined) resolve(ready[1]);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The local cloud did not start:\n${complaints.join('\n')}`)));
  }).catch((error: unknown) => {
    rmSync(dataFolder, { recursive: true, force: true });
    throw error;
  });
  return new LocalCloud(url, child, dataFolder, complaints);
}
