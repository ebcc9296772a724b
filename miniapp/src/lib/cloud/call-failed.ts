import { CATALOGUE, textOf, type ErrorCode } from 'shared/errors/catalogue';
import type { FieldFault } from 'shared/contract/contract';

/** Why a call did not give its output: what the person reads, and what to tell the hotline. */
export class CallFailed extends Error {
  readonly code: ErrorCode;
  /** The server's number for this call; empty when the call never arrived. */
  readonly requestId: string;
  readonly fields: readonly FieldFault[];

  constructor(
    code: ErrorCode,
    options: { message?: string; requestId?: string; fields?: readonly FieldFault[] } = {},
  ) {
    super(options.message ?? textOf(code));
    this.name = 'CallFailed';
    this.code = code;
    this.requestId = options.requestId ?? '';
    this.fields = options.fields ?? [];
  }

  /** There was no network, or no answer in time: the call may or may not have arrived. */
  get isUnreached(): boolean {
    return this.code === 'NETWORK' || this.code === 'TIMEOUT';
  }

  /** Whether the same request may help when it is sent again. */
  get retryable(): boolean {
    return CATALOGUE[this.code].retryable;
  }

  /** The Chinese text for one place of the input (`members.0.idNumber`), if the server found it wrong. */
  faultAt(path: string): string | undefined {
    return this.fields.find((fault) => fault.path === path)?.message;
  }
}

/** Whatever was thrown, as a failure that can be shown. */
export const toCallFailed = (thrown: unknown): CallFailed =>
  thrown instanceof CallFailed ? thrown : new CallFailed('INTERNAL');
