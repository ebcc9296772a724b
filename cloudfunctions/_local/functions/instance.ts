import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DeployedFunction } from './catalogue';
import { FunctionFailure } from './failure';

/** One call as it is handed to the worker. */
export interface Call {
  readonly event: unknown;
  readonly context: Readonly<Record<string, unknown>>;
  /** Variables of this call, on top of the instance's own. */
  readonly environment: Readonly<Record<string, string>>;
  readonly clockOffsetMs: number;
}

type Reply = { readonly call: number } & (
  | { readonly text: string; readonly left: readonly string[] }
  | { readonly error: string }
  | { readonly memoryMb: number }
);

/** What an instance tells about itself. */
export interface InstanceReports {
  /** A line that the function wrote. */
  output(line: string): void;
  /** What a call left running after its reply. */
  left(what: readonly string[]): void;
}

const BOOTSTRAP = join(__dirname, 'worker-bootstrap.mjs');

/** Source: the cloud gives an instance 65 seconds to load, apart from the time limit of its calls. */
const LONGEST_LOAD_MS = 65_000;
const LOADING = 0;

/** One instance: a worker thread with the bundle loaded, doing one call at a time. */
export class FunctionInstance {
  /** Calls taken so far; the first one waits for the bundle to load. */
  calls = 0;
  private readonly worker: Worker;
  private readonly gone: Promise<void>;
  private readonly loaded: Promise<Reply | FunctionFailure>;
  private pending: { call: number; settle: (outcome: Reply | FunctionFailure) => void } | undefined;
  private busy = false;
  private ended = false;
  private reaping: NodeJS.Timeout | undefined;

  constructor(
    readonly deployed: DeployedFunction,
    environment: Readonly<Record<string, string>>,
    clockOffsetMs: number,
    /** How long the instance may rest before it ends, milliseconds. */
    private readonly longestRestMs: number,
    private readonly reports: InstanceReports,
  ) {
    this.worker = new Worker(BOOTSTRAP, {
      workerData: { entry: deployed.entry, memoryMb: deployed.memoryMb, clockOffsetMs },
      env: { ...environment },
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: deployed.memoryMb },
    });
    this.worker.on('message', (reply: Reply) => {
      if (reply.call === this.pending?.call) this.settle(reply);
    });
    this.worker.on('error', (error: NodeJS.ErrnoException) => {
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const message = `${deployed.name} crashed: ${error.stack ?? error.message}`;
      if (this.pending === undefined) reports.output(`between calls: ${message}`);
      this.settle(new FunctionFailure(memory ? 'memory' : 'crash', message));
    });
    this.gone = new Promise((resolve) => {
      this.worker.once('exit', () => {
        this.ended = true;
        this.settle(new FunctionFailure('crash', `${deployed.name} ended its own process`));
        resolve();
      });
    });
    for (const stream of [this.worker.stdout, this.worker.stderr])
      collectLines(stream, (line) => reports.output(line));
    this.worker.unref();
    this.loaded = this.outcomeOf(LOADING, LONGEST_LOAD_MS);
  }

  get isBusy(): boolean {
    return this.busy;
  }

  get isEnded(): boolean {
    return this.ended;
  }

  /** Runs one call within the function's time limit and answers the result as JSON text. */
  async invoke(call: Call): Promise<string> {
    this.busy = true;
    clearTimeout(this.reaping);
    this.calls += 1;
    const number = this.calls;
    try {
      await this.checked(await this.loaded, true);
      const outcome = this.outcomeOf(number, this.deployed.timeoutMs);
      this.worker.postMessage({ call: number, ...call });
      return await this.checked(await outcome, false);
    } finally {
      this.busy = false;
      this.reaping = setTimeout(() => void this.terminate(), this.longestRestMs);
      this.reaping.unref();
    }
  }

  /** The text of a reply; failures end the instance, an error that the function threw only when it was loading. */
  private async checked(outcome: Reply | FunctionFailure, loading: boolean): Promise<string> {
    if (!(outcome instanceof FunctionFailure) && 'text' in outcome) {
      if (outcome.left.length > 0 && !loading) this.reports.left(outcome.left);
      return outcome.text;
    }
    const failure = this.failureOf(outcome);
    if (loading || failure.kind !== 'error') await this.terminate();
    throw failure;
  }

  private failureOf(outcome: FunctionFailure | Exclude<Reply, { readonly text: string }>): FunctionFailure {
    if (outcome instanceof FunctionFailure) return outcome;
    if ('error' in outcome) return new FunctionFailure('error', outcome.error);
    const { name, memoryMb } = this.deployed;
    return new FunctionFailure('memory', `${name} took ${Math.ceil(outcome.memoryMb)} MB of ${memoryMb} MB`);
  }

  private outcomeOf(call: number, limitMs: number): Promise<Reply | FunctionFailure> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.settle(
          new FunctionFailure('timeout', `Invoking task timed out after ${limitMs / 1000} seconds`),
        );
      }, limitMs);
      this.pending = {
        call,
        settle: (result) => {
          clearTimeout(timer);
          resolve(result);
        },
      };
    });
  }

  async terminate(): Promise<void> {
    this.ended = true;
    clearTimeout(this.reaping);
    await this.worker.terminate();
    await this.gone;
  }

  private settle(outcome: Reply | FunctionFailure): void {
    const { pending } = this;
    this.pending = undefined;
    pending?.settle(outcome);
  }
}

function collectLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  stream.on('end', () => {
    if (rest !== '') onLine(rest);
  });
}
