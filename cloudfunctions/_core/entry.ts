import type { Operation } from './operation';
import { serve, type Runtime } from './serve';

/** What the platform gives to a function besides the event. Source: CloudBase "云函数 context". */
export interface FunctionContext {
  readonly request_id?: string;
}

type FunctionRuntime = Runtime & { readonly openid: () => string | undefined };

/** The `main` of a function that families and staff call: a registry of operations behind one door. */
export const callableEntry = (runtime: FunctionRuntime, operations: readonly Operation[]) => {
  const answer = serve(runtime, operations);
  return (event: unknown, context?: FunctionContext) =>
    answer(event, { openid: runtime.openid(), requestId: context?.request_id ?? 'unknown' });
};

/** What a timer sends. Source: CloudBase "定时触发器". */
interface TimerEvent {
  readonly TriggerName?: unknown;
}

/** The `main` of a function that only timers start: one job per trigger name. */
export const timerEntry =
  (runtime: Runtime, jobs: Readonly<Record<string, () => Promise<object>>>, isTimer: () => boolean) =>
  async (event: TimerEvent, context?: FunctionContext): Promise<object> => {
    const name = typeof event.TriggerName === 'string' ? event.TriggerName : '';
    const job = Object.prototype.hasOwnProperty.call(jobs, name) ? jobs[name] : undefined;
    const started = runtime.ports.clock.now();
    // Whoever can call functions could also send a timer's event: only the platform's own word counts.
    if (!job || !isTimer()) return { ok: false };
    const result = await job();
    runtime.log({
      requestId: context?.request_id ?? 'unknown',
      operation: name,
      code: 'OK',
      milliseconds: runtime.ports.clock.now() - started,
      counts: result,
    });
    return { ok: true, ...result };
  };
