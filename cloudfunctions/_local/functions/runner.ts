import { randomUUID } from 'node:crypto';
import type { Fault } from '../engine/fault';
import { type DeployedFunction, type FunctionCatalogue } from './catalogue';
import { FunctionFailure } from './failure';
import type { FunctionLog } from './function-log';
import { type Call, FunctionInstance } from './instance';

/** Source: base plan of the cloud, concurrent calls of one function. */
const MOST_INSTANCES = 20;

/** Source: SCF "云函数状态码" 407, The size of response exceeds the upper limit (6MB). */
const LARGEST_RESULT = 6 * 1024 * 1024;

export interface InvokeRequest {
  readonly name: string;
  readonly event: unknown;
  /** Who calls from the mini-program; empty for timers and HTTP entries. */
  readonly openid: string;
  readonly trigger: 'client' | 'function' | 'timer' | 'http';
}

/** A call that is running now. */
export interface Invocation {
  readonly id: string;
  readonly functionName: string;
  /** The operation or timer that the event names; the function itself when it names none. */
  readonly operation: string;
  readonly openid: string;
  readonly clockOffsetMs: number;
  readonly openapiPermissions: readonly string[];
}

/** A finished call, for people who look at the local cloud. */
export interface CallRecord {
  readonly requestId: string;
  readonly functionName: string;
  readonly operation: string;
  readonly trigger: InvokeRequest['trigger'];
  /** When it ended, epoch milliseconds of the local clock. */
  readonly at: number;
  readonly durationMs: number;
  /** It waited for a new instance to load. */
  readonly cold: boolean;
  readonly outcome: 'ok' | FunctionFailure['kind'];
}

export interface RunnerOptions {
  readonly catalogue: FunctionCatalogue;
  readonly log: FunctionLog;
  readonly appid: string;
  readonly environment: string;
  readonly now: () => number;
  readonly clockOffsetMs: () => number;
  /** Variables of every instance; read when an instance starts. */
  readonly variables: () => Readonly<Record<string, string>>;
  readonly onFault: (fault: Fault) => void;
  /** How long an idle instance is kept, milliseconds; five minutes when left out. */
  readonly longestRestMs?: number;
}

const LONGEST_REST_MS = 5 * 60_000;
const KEPT_RECORDS = 500;

/** Runs deployed functions: warm instances are reused, busy ones joined by new ones, broken ones replaced. */
export class FunctionRunner {
  private readonly instances = new Map<string, FunctionInstance[]>();
  private readonly running = new Map<string, { invocation: Invocation; instance: FunctionInstance }>();
  private readonly records: CallRecord[] = [];

  constructor(private readonly options: RunnerOptions) {}

  /** Runs a function and answers its result as JSON text. Throws `FunctionFailure`. */
  async invoke(request: InvokeRequest): Promise<string> {
    const deployed = this.options.catalogue.find(request.name);
    if (deployed === undefined)
      throw new FunctionFailure('not-found', `the function ${request.name} does not exist`);
    const invocation: Invocation = {
      id: randomUUID(),
      functionName: request.name,
      operation: operationOf(request),
      openid: request.openid,
      clockOffsetMs: this.options.clockOffsetMs(),
      openapiPermissions: deployed.openapiPermissions,
    };
    const started = performance.now();
    let outcome: CallRecord['outcome'] = 'ok';
    let cold = false;
    try {
      const instance = this.idleInstance(deployed);
      cold = instance.calls === 0;
      this.running.set(invocation.id, { invocation, instance });
      return withinLimit(await instance.invoke(this.call(deployed, request, invocation)), request.name);
    } catch (error) {
      outcome = error instanceof FunctionFailure ? error.kind : 'crash';
      const reason = error instanceof Error ? error.message : String(error);
      this.options.log.add(request.name, `${invocation.id} ${reason}`);
      throw error;
    } finally {
      this.running.delete(invocation.id);
      this.forgetEnded(request.name);
      this.records.push({
        requestId: invocation.id,
        functionName: request.name,
        operation: invocation.operation,
        trigger: request.trigger,
        at: this.options.now(),
        durationMs: Math.round(performance.now() - started),
        cold,
        outcome,
      });
      if (this.records.length > KEPT_RECORDS) this.records.shift();
    }
  }

  /** The running call whose session token a request of the SDK carries. */
  invocationOf(sessionToken: unknown): Invocation | undefined {
    return typeof sessionToken === 'string' ? this.running.get(sessionToken)?.invocation : undefined;
  }

  /** Reports a request that a call sends after its reply, when the cloud would have frozen it. */
  noteLate(sessionToken: unknown, action: string): void {
    const late = this.records.find(({ requestId }) => requestId === sessionToken);
    if (late !== undefined) this.reportLeft(late.functionName, [action]);
  }

  /** Ends the instance that runs a call, as when its machine dies. */
  async kill(invocationId: string | undefined): Promise<void> {
    await this.running.get(invocationId ?? '')?.instance.terminate();
  }

  /** The latest calls, oldest first. */
  latestCalls(): readonly CallRecord[] {
    return [...this.records];
  }

  /** How many instances of a function live now, and how many of them are at work. */
  instancesOf(name: string): { alive: number; busy: number } {
    const alive = (this.instances.get(name) ?? []).filter((instance) => !instance.isEnded);
    return { alive: alive.length, busy: alive.filter((instance) => instance.isBusy).length };
  }

  async close(): Promise<void> {
    const all = [...this.instances.values()].flat();
    this.instances.clear();
    await Promise.all(all.map((instance) => instance.terminate()));
  }

  private idleInstance(deployed: DeployedFunction): FunctionInstance {
    const pool = this.instances.get(deployed.name) ?? [];
    this.instances.set(deployed.name, pool);
    for (const old of pool.filter((instance) => instance.deployed.version !== deployed.version)) {
      if (old.isBusy) continue;
      pool.splice(pool.indexOf(old), 1);
      void old.terminate();
    }
    const current = pool.filter((instance) => instance.deployed.version === deployed.version);
    const idle = current.find((instance) => !instance.isBusy && !instance.isEnded);
    if (idle !== undefined) return idle;
    if (current.length >= MOST_INSTANCES) {
      throw new FunctionFailure('busy', `${deployed.name} already runs ${MOST_INSTANCES} calls`);
    }
    const fresh = new FunctionInstance(
      deployed,
      this.options.variables(),
      this.options.clockOffsetMs(),
      this.options.longestRestMs ?? LONGEST_REST_MS,
      {
        output: (line) => this.options.log.add(deployed.name, line),
        left: (what) => this.reportLeft(deployed.name, what),
      },
    );
    pool.push(fresh);
    return fresh;
  }

  private reportLeft(name: string, what: readonly string[]): void {
    const message = `${name} left running after its reply: ${what.join(', ')}`;
    this.options.onFault({ kind: 'left-running', message });
  }

  private forgetEnded(name: string): void {
    const pool = this.instances.get(name);
    if (pool?.some((instance) => instance.isEnded)) {
      this.instances.set(
        name,
        pool.filter((instance) => !instance.isEnded),
      );
    }
  }

  private call(
    deployed: DeployedFunction,
    request: InvokeRequest,
    { id: requestId, clockOffsetMs }: Invocation,
  ): Call {
    const environment: Record<string, string> = {
      TENCENTCLOUD_SESSIONTOKEN: requestId,
      WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID,WX_API_TOKEN',
      WX_APPID: this.options.appid,
      WX_OPENID: request.openid,
      WX_UNIONID: '',
      WX_API_TOKEN: requestId,
    };
    if (request.trigger === 'timer') environment.TRIGGER_SRC = 'timer';
    const context = {
      request_id: requestId,
      function_name: deployed.name,
      function_version: '$LATEST',
      namespace: this.options.environment,
      memory_limit_in_mb: deployed.memoryMb,
      time_limit_in_ms: deployed.timeoutMs,
      environment: JSON.stringify(environment),
    };
    return { event: request.event, context, environment, clockOffsetMs };
  }
}

function withinLimit(result: string, name: string): string {
  if (Buffer.byteLength(result) <= LARGEST_RESULT) return result;
  throw new FunctionFailure('too-large', `${name}: the size of response exceeds the upper limit (6MB)`);
}

/** What the event asks for: our operations and timers are named in it. */
function operationOf({ name, event }: InvokeRequest): string {
  if (typeof event !== 'object' || event === null) return name;
  if ('TriggerName' in event && typeof event.TriggerName === 'string') return event.TriggerName;
  return 'name' in event && typeof event.name === 'string' ? event.name : name;
}
