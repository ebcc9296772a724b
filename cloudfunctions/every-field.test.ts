/** Every field of every contract is given what no person should be able to send: it is refused at that field, in Chinese. */
import { toJSONSchema } from '../shared/zod-json-schema';
import { z } from '../shared/zod';
import { operationList } from './registries';

/** What of a JSON schema the walk looks at. */
interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape | false;
  readonly prefixItems?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
}

/** One field: where it stands, what it takes, and an input that has every field of its branch. */
interface Leaf {
  readonly path: readonly (string | number)[];
  readonly shape: Shape;
  readonly filled: unknown;
}

const branchesOf = (shape: Shape): readonly Shape[] => shape.anyOf ?? shape.oneOf ?? [shape];

const placeholder = (shape: Shape): unknown => {
  const [branch = shape] = branchesOf(shape);
  if (branch !== shape) return placeholder(branch);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (shape.properties) {
    return Object.fromEntries(
      Object.entries(shape.properties).map(([key, inner]) => [key, placeholder(inner)]),
    );
  }
  if (shape.prefixItems) return shape.prefixItems.map(placeholder);
  if (shape.type === 'array') return shape.items ? [placeholder(shape.items)] : [];
  return { string: '1', integer: 1, number: 1, boolean: true }[shape.type ?? ''] ?? null;
};

const leavesOf = (shape: Shape): Leaf[] => {
  const inside = (key: string | number, inner: Shape, put: (value: unknown) => unknown): Leaf[] =>
    leavesOf(inner).map((leaf) => ({ ...leaf, path: [key, ...leaf.path], filled: put(leaf.filled) }));
  return branchesOf(shape).flatMap((branch): Leaf[] => {
    const whole = placeholder(branch);
    if (branch.properties) {
      return Object.entries(branch.properties).flatMap(([key, inner]) =>
        inside(key, inner, (value) => ({ ...(whole as object), [key]: value })),
      );
    }
    const own = { path: [], shape: branch, filled: whole };
    if (branch.type !== 'array') return branch.type === 'null' ? [] : [own];
    const items = branch.prefixItems ?? (branch.items ? [branch.items] : []);
    const put = (index: number) => (value: unknown) =>
      items.map((item, position) => (position === index ? value : placeholder(item)));
    return [own, ...items.flatMap((item, index) => inside(index, item, put(index)))];
  });
};

const replaced = (value: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown => {
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((inner: unknown, index) => (index === key ? replaced(inner, rest, by) : inner));
  }
  const object = value as Record<string, unknown>;
  return { ...object, [key]: replaced(object[key], rest, by) };
};

const LONG = '5,000 characters';
const everyType: readonly [string, unknown][] = [
  ['an operator', { $ne: '' }],
  ['an object', { nothing: 'of this' }],
];
const badFor = (shape: Shape): readonly [string, unknown][] => {
  switch (shape.type) {
    case 'string':
      return [
        ...everyType,
        ['a number', 7],
        ['nothing', ''],
        [LONG, '字'.repeat(5000)],
        ['a control character', '王\u0000建国'],
        ['an escape sequence', '王\u001b[31m建国'],
        ['half a character', '王\ud800'],
        ['only what nobody sees', '\u200b\u202e \u3000'],
      ];
    case 'integer':
      return [
        ...everyType,
        ['text', '1'],
        ['a fraction', 1.5],
        ['far too much', 1e15],
        ['far too little', -1e15],
      ];
    case 'number':
      return [...everyType, ['text', '1'], ['far too much', 1e15], ['far too little', -1e15]];
    case 'boolean':
      return [...everyType, ['text', 'true'], ['a number', 1]];
    case 'array':
      return [...everyType, ['100,000 entries', Array<null>(100_000).fill(null)]];
    default:
      return everyType;
  }
};

const isAt = (issue: z.core.$ZodIssue, path: readonly (string | number)[]): boolean =>
  issue.path.join('.') === path.join('.');

/** Faults at a place, those inside of unions among them. */
const faultsAt = (
  issues: readonly z.core.$ZodIssue[],
  path: readonly (string | number)[],
): z.core.$ZodIssue[] =>
  issues.flatMap((issue) => {
    if (isAt(issue, path)) return [issue];
    if (issue.code !== 'invalid_union') return [];
    const rest = path.slice(issue.path.length);
    return issue.errors.flatMap((inner) => faultsAt(inner, rest));
  });

const fields = operationList().flatMap(({ name, input }) => {
  const shape = toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Shape;
  return leavesOf(shape).map((leaf) => ({ ...leaf, input, title: `${name} ${leaf.path.join('.')}` }));
});

/** What anybody may scan: whatever is no code of ours is answered as unknown, not as a fault. */
const TAKES_ANY_WORDS = new Set(['checkCertificate code']);

/** What somebody may leave empty: words beside a rating or a spoken account, what an invoice does not say. */
const MAY_BE_EMPTY =
  /^(fileClaim description|rateClaim words|.* facts\.benefits\.0\.invoices\.0\.(number|note))$/;
const EMPTY = new Set(['nothing', 'only what nobody sees']);

/** A phone's clock may be wrong by any amount: what it tells is then not believed, and nobody is refused for it. */
const A_PHONES_CLOCK = /^(buyCover|renewForFamily) confirmations\.0\.confirmedAt$/;
const WRONG_CLOCK = new Set(['far too much', 'far too little']);

it('walks the fields of all operations', () => {
  expect(fields.length).toBeGreaterThan(100);
  expect(fields.map(({ title }) => title)).toContain('buyCover signatures.0.strokes.0.0.2');
});

it.each(fields)('$title', ({ input, path, shape, filled, title }) => {
  const accepted = badFor(shape).flatMap(([what, value]) => {
    if (TAKES_ANY_WORDS.has(title) && typeof value === 'string' && what !== LONG) return [];
    if (MAY_BE_EMPTY.test(title) && EMPTY.has(what)) return [];
    if (A_PHONES_CLOCK.test(title) && WRONG_CLOCK.has(what)) return [];
    const parsed = z.safeParse(input, replaced(filled, path, value));
    return parsed.error && faultsAt(parsed.error.issues, path).length > 0 ? [] : [what];
  });
  expect(accepted).toEqual([]);
});
