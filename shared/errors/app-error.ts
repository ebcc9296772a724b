import type { FieldFault } from '../contract/contract';
import { CATALOGUE, textOf, type ErrorCategory, type ErrorCode } from './catalogue';

/** A place of the input and what is wrong there. */
export interface Place {
  /** Dotted path into the input: `members.0.idNumber`. */
  readonly path: string;
  readonly code: ErrorCode;
  /** A more exact Chinese text than the catalogue's. */
  readonly message?: string;
}

/** The only error that business code throws: a code of the catalogue, with the places it concerns. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldFault[];

  constructor(
    code: ErrorCode,
    options: { message?: string; places?: readonly Place[]; cause?: unknown } = {},
  ) {
    super(
      options.message ?? textOf(code),
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.name = 'AppError';
    this.code = code;
    this.fields = (options.places ?? []).map((place) => ({
      path: place.path,
      code: place.code,
      message: place.message ?? textOf(place.code),
    }));
  }

  get category(): ErrorCategory {
    return CATALOGUE[this.code].category;
  }
}

/** Throws when there are faults; the error's code is the first fault's, so one fault answers its own code. */
export const refuseFaults = (places: readonly Place[]): void => {
  const [first] = places;
  if (first) throw new AppError(first.code, { places });
};
