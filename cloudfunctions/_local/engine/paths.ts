import { type DocValue, type Doc, isDoc } from './values';

/** A dotted field path, split once. */
export type Path = readonly string[];

export function splitPath(path: string): Path {
  return path.split('.');
}

const INDEX = /^(0|[1-9]\d*)$/;

/** The position a path part names in an array, or -1. */
export function arrayPosition(part: string): number {
  return INDEX.test(part) ? Number(part) : -1;
}

/**
 * All values a query path reaches, arrays on the way fanned out as MongoDB does. `undefined` stands for a document
 * that lacks the field. Arrays at the end of the path are one value here.
 */
export function valuesAt(doc: Doc, path: Path): (DocValue | undefined)[] {
  if (path.length === 1) return [own(doc, path[0] ?? '')];
  const found: (DocValue | undefined)[] = [];
  collect(doc, path, 0, found);
  return found;
}

function own(doc: Doc, key: string): DocValue | undefined {
  return Object.prototype.hasOwnProperty.call(doc, key) ? doc[key] : undefined;
}

function collect(value: DocValue | undefined, path: Path, at: number, found: (DocValue | undefined)[]): void {
  if (at === path.length) {
    found.push(value);
    return;
  }
  const part = path[at] ?? '';
  if (isDoc(value)) {
    const inner = own(value, part);
    if (inner === undefined) found.push(undefined);
    else collect(inner, path, at + 1, found);
    return;
  }
  if (Array.isArray(value)) {
    const position = arrayPosition(part);
    if (position >= 0 && position < value.length) collect(value[position], path, at + 1, found);
    // Scalars and arrays among the elements hold no fields; they are not even missing ones.
    for (const item of value) if (isDoc(item)) collect(item, path, at, found);
    return;
  }
  found.push(undefined);
}

/** What a container holds under one path part: a field of a document, an element of an array. */
export function childOf(container: Doc | DocValue[], part: string): DocValue | undefined {
  return Array.isArray(container) ? container[arrayPosition(part)] : own(container, part);
}

/** The value at a path without fanning out arrays: what updates of one field see. */
export function valueAt(doc: Doc, path: Path): DocValue | undefined {
  let value: DocValue | undefined = doc;
  for (const part of path) {
    if (!isDoc(value) && !Array.isArray(value)) return undefined;
    value = childOf(value, part);
  }
  return value;
}

/** A copy of the document with this value at the path, or without one for `undefined`. */
export function withValue(doc: Doc, [first = '', ...rest]: Path, value: DocValue | undefined): Doc {
  const result = { ...doc };
  const inner = own(result, first);
  const next = rest.length === 0 ? value : withValue(isDoc(inner) ? inner : {}, rest, value);
  if (next === undefined) Reflect.deleteProperty(result, first);
  else result[first] = next;
  return result;
}
