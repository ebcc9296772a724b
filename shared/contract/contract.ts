import type { z } from '../zod';
import type { ErrorCode } from '../errors/catalogue';

/** The deployed cloud functions that answer `callFunction`; one per trust boundary. */
export type FunctionName = 'household' | 'staff' | 'desk' | 'jobs';

type Schema = z.ZodMiniType;

/** What client and server agree on for one operation. */
export interface Contract<I extends Schema = Schema, O extends Schema = Schema> {
  /** Verb and noun in camelCase, unique over all functions: `buyCover`. */
  readonly name: string;
  /** The cloud function whose registry holds the operation. */
  readonly function: FunctionName;
  readonly input: I;
  readonly output: O;
  /** Catalogued errors of this operation, besides those any call may answer (`COMMON_ERRORS`). */
  readonly errors: readonly ErrorCode[];
}

/** Declares an operation. */
export const contract = <I extends Schema, O extends Schema>(parts: Contract<I, O>): Contract<I, O> => parts;

/** What a caller passes in (before defaults). */
export type InputOf<C extends Contract> = z.input<C['input']>;
/** What the operation receives (parsed). */
export type ParsedInputOf<C extends Contract> = z.output<C['input']>;
/** What a caller gets. */
export type OutputOf<C extends Contract> = z.output<C['output']>;

/** A fault at one place of the input. */
export interface FieldFault {
  /** Dotted path into the input: `members.0.idNumber`. */
  readonly path: string;
  readonly code: ErrorCode;
  /** Chinese text for the user. */
  readonly message: string;
}

/** The reply of every cloud function; never a top-level `code`, which clients read as a transport error. */
export type Reply =
  | { readonly ok: true; readonly data: unknown }
  | {
      readonly ok: false;
      readonly error: {
        readonly code: ErrorCode;
        readonly message: string;
        readonly requestId: string;
        readonly fields?: readonly FieldFault[];
      };
    };
