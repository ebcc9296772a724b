/** WeChat's calling convention: one object with success, fail and complete, or a promise without them. */
import type { LogicLayer } from './logic-layer';
import type { WorkInFlight } from './work-in-flight';

interface CallOptions {
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (result: unknown) => void;
}

/** A failure as WeChat words it: `requestPayment:fail cancel`, some with an `errCode`. */
export class PlatformFailure extends Error {
  constructor(
    reason: string,
    readonly errCode?: number,
  ) {
    super(reason);
  }
}

export type PlatformFunction = (options?: unknown) => unknown;

/** Makes platform functions that count as work in flight and answer in values of the logic layer. */
export function platformCalls(work: WorkInFlight, logic: () => LogicLayer, note: (name: string) => void) {
  return function platformCall(name: string, run: (options: never) => unknown): PlatformFunction {
    return (options = {}) => {
      note(name);
      const { success, fail, complete } = options as CallOptions;
      const answered = work.during(async () => {
        try {
          const result = await run(options as never);
          const answer = logic().inside(
            JSON.stringify({ errMsg: `${name}:ok`, ...(result as object | undefined) }),
          );
          if (success !== undefined) logic().guard(() => success(answer));
          if (complete !== undefined) logic().guard(() => complete(answer));
          return answer;
        } catch (error) {
          const failure = logic().inside(JSON.stringify(failureOf(name, error)));
          if (fail !== undefined) logic().guard(() => fail(failure));
          if (complete !== undefined) logic().guard(() => complete(failure));
          if (success !== undefined || fail !== undefined || complete !== undefined) return undefined;
          throw failure;
        }
      });
      const withCallbacks = success !== undefined || fail !== undefined || complete !== undefined;
      return withCallbacks ? undefined : answered;
    };
  };
}

function failureOf(name: string, error: unknown): { errMsg: string; errCode?: number } {
  const reason = error instanceof Error ? error.message : String(error);
  const errCode = error instanceof PlatformFailure ? error.errCode : undefined;
  return { errMsg: `${name}:fail ${reason}`, ...(errCode === undefined ? {} : { errCode }) };
}
