import { requestFailed } from './errors';
import { type DocValue, isDoc } from './values';

/** MongoDB stores no field whose name begins with `$`, at any depth. */
export function refuseDollarFields(value: DocValue, path = ''): void {
  if (Array.isArray(value)) value.forEach((item, at) => refuseDollarFields(item, joined(path, String(at))));
  else if (isDoc(value)) {
    for (const key of Object.keys(value)) {
      const whole = joined(path, key);
      if (key.startsWith('$')) {
        throw requestFailed(`The dollar ($) prefixed field '${key}' in '${whole}' is not valid for storage.`);
      }
      refuseDollarFields(value[key] ?? null, whole);
    }
  }
}

function joined(path: string, part: string): string {
  return path === '' ? part : `${path}.${part}`;
}
