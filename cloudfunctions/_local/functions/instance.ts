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

type Reply = { readonly call: number } & ({ readonly text: string } | { readonly error: string });

const BOOTSTRAP = join(__dirname, 'worker-bootstrap.mjs');

/** One warm instance: a worker thread with the bundle loaded, doing one call at a time. */
export class FunctionInstance {
  /** Calls answered so far; the first one is the cold start. */
  calls = 0;
  private readonly worker: Worker;
  private readonly gone: Promise<void>;
  private pending: { call: number; settle: (outcome: Reply | FunctionFailure) => void } | undefined;
  private ended = false;

  constructor(
    readonly deployed: DeployedFunction,
    environment: Readonly<Record<string, string>>,
    onOutput: (line: string) => void,
  ) {
    this.worker = new Worker(BOOTSTRAP, {
      workerData: { entry: deployed.entry },
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
      this.settle(
        new FunctionFailure(
          memory ? 'memory' : 'crash',
          `${deployed.name} crashed: ${error.stack ?? error.message}`,
        ),
      );
    });
    this.gone = new Promise((resolve) => {
      this.worker.once('exit', () => {
        this.ended = true;
        this.settle(new FunctionFailure('crash', `${deployed.name} ended its own process`));
        resolve();
      });
    });
    for (const stream of [this.worker.stdout, this.worker.stderr]) collectLines(stream, onOutput);
    this.worker.unref();
  }

  get isBusy(): boolean {
    return this.pending !== undefined;
  }

  get isEnded(): boolean {
    return this.ended;
  }

  /** Runs one call within the function's time limit and answers the result as JSON text. */
  async invoke(call: Call): Promise<string> {
    this.calls += 1;
    const number = this.calls;
    const outcome = await new Promise<Reply | FunctionFailure>((resolve) => {
      const timer = setTimeout(() => {
        const seconds = this.deployed.timeoutMs / 1000;
        this.settle(new FunctionFailure('timeout', `Invoking task timed out after ${seconds} seconds`));
        void this.terminate();
      }, this.deployed.timeoutMs);
      this.pending = {
        call: number,
        settle: (result) => {
          clearTimeout(timer);
          resolve(result);
        },
      };
      this.worker.postMessage({ call: number, ...call });
    });
    if (outcome instanceof FunctionFailure) {
      await this.terminate();
      throw outcome;
    }
    if ('error' in outcome) throw new FunctionFailure('error', outcome.error);
    return outcome.text;
  }

  async terminate(): Promise<void> {
    this.ended = true;
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
