import type { Legible } from '../../../shared/product/plan-faults';
import { plan, type Plan } from '../../../shared/product/plan.schema';
import { z } from '../../../shared/zod';

/** Something at a place of a plan. */
export interface PlacedFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A plan as a file may have it: what loading sets is none of its fields. */
const filed = z.omit(plan, { supersededBy: true, lastSaleYear: true });

/** A ratio with a fraction was written in percent. */
const ratioHint = (path: readonly PropertyKey[], input: unknown): string =>
  typeof input === 'number' && path.some((field) => /ratio/i.test(String(field)))
    ? ` of basis points: ${String(input)} % is ${String(Math.round(input * 100))}`
    : '';

const messageOf = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing';
      return issue.expected === 'int'
        ? `must be a whole number${ratioHint(issue.path, issue.input)}`
        : `must be of type ${issue.expected === 'record' ? 'object' : issue.expected}`;
    case 'invalid_value':
      if (issue.input === undefined) return 'is missing';
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'too_small':
      return `must be ${issue.exact === true ? 'exactly' : 'at least'} ${String(issue.minimum)}${issue.origin === 'array' ? ' long' : ''}`;
    case 'too_big':
      return `must be ${issue.exact === true ? 'exactly' : 'at most'} ${String(issue.maximum)}${issue.origin === 'array' ? ' long' : ''}`;
    case 'invalid_format':
      return 'must be a region code of 6, 9 or 12 digits';
    default:
      return issue.message;
  }
};

const placed = (issue: z.core.$ZodIssue): PlacedFault[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ path: [...issue.path, key], message: 'is no field of a plan' }))
    : [{ path: issue.path, message: messageOf(issue) }];

/** A value without the parts that are broken; the elements of a list keep their places. */
const legible = (value: unknown, path: readonly PropertyKey[], broken: ReadonlySet<string>): unknown => {
  if (broken.has(path.join('.'))) return undefined;
  if (Array.isArray(value))
    return value.map((element: unknown, index) => legible(element, [...path, index], broken));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, legible(inner, [...path, key], broken)]),
  );
};

/** A plan as far as it could be read, and every fault of the rest; `plan` when there is none. */
export const readPlan = (
  value: unknown,
): { readonly plan?: Plan; readonly read: Legible<Plan>; readonly faults: readonly PlacedFault[] } => {
  const parsed = filed.safeParse(value, { reportInput: true });
  if (parsed.success) return { plan: parsed.data, read: parsed.data, faults: [] };
  const told = parsed.error.issues.flatMap(placed);
  // A figure beyond all bounds breaks several: the narrowest comes last.
  const faults = [...new Map(told.map((fault) => [fault.path.join('.'), fault])).values()];
  const broken = new Set(faults.map(({ path }) => path.join('.')));
  return { read: legible(value, [], broken) ?? {}, faults };
};
