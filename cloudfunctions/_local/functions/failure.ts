/** Why a function gave no result. */
export type FailureKind = 'not-found' | 'timeout' | 'memory' | 'crash' | 'error' | 'too-large' | 'busy';

/** Source: https://docs.cloudbase.net/error-code/basic */
const CLOUD_CODES: Readonly<Record<FailureKind, string>> = {
  'not-found': 'FUNCTION_NOT_FOUND',
  timeout: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  memory: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
  crash: 'FUNCTIONS_EXECUTE_FAIL',
  error: 'FUNCTIONS_EXECUTE_FAIL',
  'too-large': 'FUNCTIONS_EXECUTE_FAIL',
  busy: 'EXCEED_CONCURRENT_REQUEST_LIMIT',
};

/** Source: https://docs.cloudbase.net/error-code/service */
const ENTRY_CODES: Readonly<Record<FailureKind, { readonly status: number; readonly code: string }>> = {
  'not-found': { status: 404, code: 'FUNCTION_NOT_FOUND' },
  timeout: { status: 504, code: 'FUNCTION_TIME_LIMIT_EXCEEDED' },
  memory: { status: 500, code: 'FUNCTION_MEMORY_LIMIT_EXCEEDED' },
  crash: { status: 500, code: 'FUNCTION_INVOCATION_FAILED' },
  error: { status: 500, code: 'FUNCTION_INVOCATION_FAILED' },
  'too-large': { status: 500, code: 'FUNCTION_INVOCATION_FAILED' },
  busy: { status: 429, code: 'FUNCTION_EXCEED_RESOURCE_LIMIT' },
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

  /** The status and code with which the HTTP entry answers. */
  get entryAnswer(): { readonly status: number; readonly code: string } {
    return ENTRY_CODES[this.kind];
  }
}
