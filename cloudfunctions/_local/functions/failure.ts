/** Why a function gave no result. */
export type FailureKind = 'not-found' | 'timeout' | 'memory' | 'crash' | 'error' | 'too-large' | 'busy';

const CLOUD_CODES: Readonly<Record<FailureKind, string>> = {
  'not-found': 'FUNCTION_NOT_FOUND',
  timeout: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  memory: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
  crash: 'FUNCTIONS_EXECUTE_FAIL',
  error: 'FUNCTIONS_EXECUTE_FAIL',
  'too-large': 'FUNCTIONS_RESPONSE_TOO_LARGE',
  busy: 'FUNCTIONS_CONCURRENCY_LIMIT_EXCEEDED',
};

/** A call that ended without a result; the message is for developers, never for the mini-program's user. */
export class FunctionFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
    this.name = 'FunctionFailure';
  }

  /** The code with which the cloud answers the SDK's `callFunction`. */
  get cloudCode(): string {
    return CLOUD_CODES[this.kind];
  }
}
