import { requestFailed, notSupported } from './errors';
import { elementTest } from './matcher';
import { type Doc, type DocValue, isDoc } from './values';

type Tree = { [field: string]: Tree | Leaf };
type Leaf = (value: DocValue) => DocValue | undefined;

const keep: Leaf = (value) => value;

/** Compiles a projection as `find` takes it: all inclusions or all exclusions, `_id` apart. */
export function compileProjection(projection: Doc): (doc: Doc) => Doc {
  let including: boolean | undefined;
  let withId = true;
  const tree = emptyTree();
  for (const [field, wish] of Object.entries(projection)) {
    if (/\.\$(\.|$)/.test(field)) throw notSupported(`The positional projection ${field}`);
    if (isDoc(wish)) {
      addLeaf(tree, field, operatorLeaf(wish));
      if ('$elemMatch' in wish) including ??= true;
      continue;
    }
    const included = wish === 1 || wish === true;
    if (!included && wish !== 0 && wish !== false) {
      throw requestFailed(`The projection of "${field}" must be 0, 1 or an operator.`);
    }
    if (field === '_id') {
      withId = included;
      if (included && Object.keys(projection).length === 1) including = true;
      continue;
    }
    if (including !== undefined && including !== included) {
      const mode = including ? 'inclusion' : 'exclusion';
      throw requestFailed(
        `Cannot do ${included ? 'inclusion' : 'exclusion'} on field ${field} in ${mode} projection`,
      );
    }
    including = included;
    addLeaf(tree, field, included ? keep : () => undefined);
  }
  const inclusive = including ?? false;
  return (doc) => {
    const result = inclusive ? include(doc, tree) : exclude(doc, tree);
    if (!withId) delete result._id;
    else if (inclusive && doc._id !== undefined) return { _id: doc._id, ...result };
    return result;
  };
}

/** Without a prototype, so that a field named `constructor` is not found by accident. */
function emptyTree(): Tree {
  return Object.create(null) as Tree;
}

function addLeaf(tree: Tree, field: string, leaf: Leaf): void {
  const parts = field.split('.');
  let node = tree;
  for (const part of parts.slice(0, -1)) {
    const next = node[part] ?? emptyTree();
    if (typeof next === 'function') throw requestFailed(`Path collision at ${field}`);
    node[part] = next;
    node = next;
  }
  const last = parts[parts.length - 1] ?? field;
  if (node[last] !== undefined) throw requestFailed(`Path collision at ${field}`);
  node[last] = leaf;
}

function operatorLeaf(wish: Doc): Leaf {
  const [operator, operand] = Object.entries(wish)[0] ?? ['', null];
  if (operator === '$slice') return (value) => (Array.isArray(value) ? slice(value, operand) : value);
  if (operator === '$elemMatch') {
    const test = elementTest(operand);
    return (value) => {
      if (!Array.isArray(value)) return undefined;
      const found = value.find(test);
      return found === undefined ? undefined : [found];
    };
  }
  if (operator.startsWith('$')) throw notSupported(`The projection operator ${operator}`);
  throw notSupported(`A nested projection (write the path ending in .${operator})`);
}

function slice(value: DocValue[], operand: DocValue): DocValue[] {
  if (typeof operand === 'number') return operand >= 0 ? value.slice(0, operand) : value.slice(operand);
  if (Array.isArray(operand)) {
    const [skip, limit] = operand;
    if (typeof skip === 'number' && typeof limit === 'number') {
      if (limit <= 0) throw requestFailed('$slice limit must be positive');
      const start = skip >= 0 ? skip : Math.max(0, value.length + skip);
      return value.slice(start, start + limit);
    }
  }
  throw requestFailed('$slice only supports numbers and [skip, limit] arrays');
}

function include(doc: Doc, tree: Tree): Doc {
  const result: Doc = {};
  for (const key of Object.keys(doc)) {
    const node = tree[key];
    const value = doc[key];
    if (node === undefined || value === undefined) continue;
    const kept = typeof node === 'function' ? node(value) : includeInner(value, node);
    if (kept !== undefined) result[key] = kept;
  }
  return result;
}

function includeInner(value: DocValue, tree: Tree): DocValue | undefined {
  if (isDoc(value)) return include(value, tree);
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const kept = includeInner(item, tree);
      return kept === undefined ? [] : [kept];
    });
  }
  return undefined;
}

function exclude(doc: Doc, tree: Tree): Doc {
  const result: Doc = {};
  for (const key of Object.keys(doc)) {
    const node = tree[key];
    const value = doc[key];
    if (value === undefined) continue;
    if (node === undefined) {
      result[key] = value;
      continue;
    }
    const kept = typeof node === 'function' ? node(value) : excludeInner(value, node);
    if (kept !== undefined) result[key] = kept;
  }
  return result;
}

function excludeInner(value: DocValue, tree: Tree): DocValue {
  if (isDoc(value)) return exclude(value, tree);
  if (Array.isArray(value)) return value.map((item) => excludeInner(item, tree));
  return value;
}
