import { requestFailed } from '../errors';
import { compileExpression } from '../expressions/expression';
import { type Expression, type Scope, type Value, type Variables } from '../expressions/operator';
import { compileProjection } from '../projection';
import { type Doc, type DocValue, isDoc, printValue } from '../values';

/** What a stage says of one path: keep it, leave it out, or compute it. */
type Wish = 'keep' | 'drop' | Expression;
interface Branch {
  readonly children: Map<string, Wish | Branch>;
  /** Some field below is computed. */
  computes: boolean;
}

export type Change = (doc: Doc) => Doc;

/** `$project`: takes fields in and computes others, or leaves fields out. */
export function compileProject(spec: DocValue, variables: Variables): Change {
  if (!isDoc(spec)) throw requestFailed('$project specification must be an object');
  if (Object.keys(spec).length === 0)
    throw requestFailed('$project specification must have at least one field');
  const root = branchOf('$project', spec, variables, (value) => {
    if (typeof value === 'boolean') return value ? 'keep' : 'drop';
    if (typeof value === 'number' || typeof value === 'bigint') return Number(value) === 0 ? 'drop' : 'keep';
    return undefined;
  });
  const { _id: idWish, ...others } = Object.fromEntries(root.children);
  const kinds = new Set(Object.values(others).flatMap(kindsIn));
  if (kinds.has('drop')) {
    if (kinds.size > 1 || (idWish !== undefined && idWish !== 'drop' && idWish !== 'keep')) {
      const including = kindsIn(Object.values(others)[0] ?? 'keep')[0] !== 'drop';
      throw requestFailed(
        including
          ? `Bad projection specification, cannot exclude fields other than '_id' in an inclusion projection: ${printValue(spec)}`
          : `Bad projection specification, cannot include fields or add computed fields during an exclusion projection: ${printValue(spec)}`,
      );
    }
    return compileProjection(exclusionOf(root));
  }
  if (kinds.size === 0 && idWish === 'drop') return compileProjection({ _id: 0 });
  if (idWish === undefined) root.children.set('_id', 'keep');
  return (doc) => kept(root, doc, { root: doc, variables }) as Doc;
}

/** `$addFields`: computes fields and leaves the others. */
export function compileAddFields(spec: DocValue, variables: Variables): Change {
  if (!isDoc(spec)) throw requestFailed('$addFields specification must be an object');
  if (Object.keys(spec).length === 0) {
    throw requestFailed('$addFields specification must have at least one field');
  }
  const root = branchOf('$addFields', spec, variables, () => undefined);
  return (doc) => added(root, doc, { root: doc, variables }) as Doc;
}

function branchOf(
  stage: string,
  spec: Doc,
  variables: Variables,
  plainWish: (value: DocValue) => Wish | undefined,
): Branch {
  const root: Branch = { children: new Map(), computes: false };
  const names = Object.keys(variables);
  const add = (path: string, value: DocValue): void => {
    if (isDoc(value) && !Object.keys(value)[0]?.startsWith('$')) {
      if (Object.keys(value).length === 0) {
        throw requestFailed(`an empty object is not a valid value. Found at path ${path}`);
      }
      for (const [key, inner] of Object.entries(value)) add(`${path}.${key}`, inner);
      return;
    }
    plant(stage, root, path, plainWish(value) ?? compileExpression(value, names));
  };
  for (const [key, value] of Object.entries(spec)) add(key, value);
  return root;
}

function plant(stage: string, root: Branch, path: string, wish: Wish): void {
  const parts = path.split('.');
  let branch = root;
  for (const [i, part] of parts.entries()) {
    if (part === '') throw requestFailed('FieldPath field names may not be empty strings.');
    if (part.startsWith('$')) throw requestFailed("FieldPath field names may not start with '$'.");
    if (typeof wish === 'function') branch.computes = true;
    const found = branch.children.get(part);
    const last = i === parts.length - 1;
    if (found !== undefined && (last || isWish(found))) {
      throw requestFailed(
        `Invalid ${stage} :: caused by :: specification contains two conflicting paths. ` +
          `Cannot specify both '${path}' and '${parts.slice(0, i + 1).join('.')}'`,
      );
    }
    if (last) branch.children.set(part, wish);
    else {
      const next: Branch =
        found === undefined || isWish(found) ? { children: new Map(), computes: false } : found;
      branch.children.set(part, next);
      branch = next;
    }
  }
  if (typeof wish === 'function') branch.computes = true;
}

function isWish(node: Wish | Branch): node is Wish {
  return typeof node === 'string' || typeof node === 'function';
}

function kindsIn(node: Wish | Branch): ('keep' | 'drop')[] {
  if (!isWish(node)) return [...node.children.values()].flatMap(kindsIn);
  return [node === 'drop' ? 'drop' : 'keep'];
}

function exclusionOf(branch: Branch, prefix = ''): Doc {
  const result: Doc = {};
  for (const [key, node] of branch.children) {
    if (!isWish(node)) Object.assign(result, exclusionOf(node, `${prefix}${key}.`));
    else if (node === 'drop') result[prefix + key] = 0;
  }
  return result;
}

/** What an inclusion leaves of a value, computed fields last. */
function kept(branch: Branch, value: Value, scope: Scope): Value {
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const inner = kept(branch, item, scope);
      return inner === undefined ? [] : [inner];
    });
  }
  if (!isDoc(value) && !branch.computes) return undefined;
  const result: Doc = {};
  const source = isDoc(value) ? value : {};
  for (const key of Object.keys(source)) {
    const node = branch.children.get(key);
    if (node === undefined || typeof node === 'function' || node === 'drop') continue;
    const inner = node === 'keep' ? source[key] : kept(node, source[key], scope);
    if (inner !== undefined) result[key] = inner;
  }
  for (const [key, node] of branch.children) {
    if (typeof node === 'string') continue;
    const isMissing = !Object.hasOwn(source, key);
    if (typeof node !== 'function' && !(node.computes && isMissing)) continue;
    const inner = typeof node === 'function' ? node(scope) : kept(node, undefined, scope);
    if (inner !== undefined) result[key] = inner;
  }
  return result;
}

function added(branch: Branch, value: Value, scope: Scope): Value {
  if (Array.isArray(value)) return value.map((item) => added(branch, item, scope) ?? null);
  const result: Doc = isDoc(value) ? { ...value } : {};
  for (const [key, node] of branch.children) {
    if (typeof node === 'string') continue;
    const inner = typeof node === 'function' ? node(scope) : added(node, result[key], scope);
    if (inner === undefined) Reflect.deleteProperty(result, key);
    else result[key] = inner;
  }
  return result;
}
