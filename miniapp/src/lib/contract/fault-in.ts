import { textOf } from 'shared/errors/catalogue';
import { z } from 'shared/zod';

/** What a field of a contract says of a value, in its own words; undefined when it takes it. */
export const faultIn = (field: z.ZodMiniType, value: unknown): string | undefined => {
  const parsed = z.safeParse(field, value);
  return parsed.success ? undefined : (parsed.error.issues[0]?.message ?? textOf('FIELD_INVALID'));
};

/** The same of words that are being written: nothing is said while they are fewer than anybody could judge. */
export const faultInWritten = (field: z.ZodMiniType, written: string, fewest = 2): string | undefined =>
  written.trim().length < fewest ? undefined : faultIn(field, written);
