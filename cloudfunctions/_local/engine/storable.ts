import { requestFailed } from './errors';
import { type Doc, type DocValue, isDoc } from './values';

/** MongoDB stores no field whose name begins with `$`, at any depth. `field` is where the value is to be stored. */
export function refuseDollarFields(value: DocValue, field?: string): void {
  const way = wayToDollar(value);
  if (way === undefined) return;
  const whole = [...(field === undefined ? [] : [field]), ...way].join('.');
  const last = way[way.length - 1] ?? '';
  throw requestFailed(`The dollar ($) prefixed field '${last}' in '${whole}' is not valid for storage.`);
}

/** The names that lead to a field whose name begins with `$`; made only when there is one. */
function wayToDollar(value: DocValue): string[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value) && !isDoc(value)) return undefined;
  for (const key of Object.keys(value)) {
    const inner = key.startsWith('$') ? [] : wayToDollar((value as Doc)[key] ?? null);
    if (inner !== undefined) return [key, ...inner];
  }
  return undefined;
}
