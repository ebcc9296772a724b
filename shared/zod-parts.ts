/**
 * The parts of zod that the product uses, by name: bundlers keep all of a namespace that they are handed
 * (its fifty languages too), and only these of a list. Import them from `zod.ts`.
 */
export {
  array,
  boolean,
  discriminatedUnion,
  enum,
  gte,
  int,
  length,
  literal,
  lt,
  lte,
  maxLength,
  minLength,
  nullable,
  number,
  object,
  omit,
  optional,
  overwrite,
  parse,
  pipe,
  record,
  refine,
  regex,
  safeParse,
  strictObject,
  string,
  transform,
  tuple,
  union,
  unknown,
} from 'zod/mini';
export type { core, infer, input, output, ZodMiniType } from 'zod/mini';
