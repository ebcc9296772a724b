import { z } from '../../shared/zod';
import type { KeyRing } from '../_core/vault';

const keyBytes = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/));
const ringText = z.strictObject({ current: z.string(), keys: z.record(z.string(), keyBytes) });
const environment = z.object({
  FIELD_KEYS: z.pipe(
    z.pipe(
      z.string(),
      z.transform((text): unknown => JSON.parse(text)),
    ),
    ringText,
  ),
  LOOKUP_KEY: keyBytes,
});

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');

/**
 * The keys of personal fields: `FIELD_KEYS={"current":"1","keys":{"1":"<base64 of 32 bytes>"}}` and `LOOKUP_KEY`.
 * Throws with the names (never the values) of what is missing or wrong.
 */
export const keyRing = (env: Readonly<Record<string, string | undefined>>): KeyRing => {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new Error(`settings missing or malformed: ${names.join(', ')}`);
  }
  const { FIELD_KEYS: ring, LOOKUP_KEY: lookupKey } = parsed.data;
  return {
    current: ring.current,
    keys: Object.fromEntries(Object.entries(ring.keys).map(([version, text]) => [version, bytesOf(text)])),
    lookupKey: bytesOf(lookupKey),
  };
};
