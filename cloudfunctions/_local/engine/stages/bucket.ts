import { compareValues, equalValues, typeRank } from '../compare';
import { notSupported, requestFailed } from '../errors';
import { compileExpression } from '../expressions/expression';
import type { Expression, Variables } from '../expressions/operator';
import { type Doc, type DocValue, isDoc, printValue, typeName } from '../values';
import { compileOutput } from './group';

type Stage = (docs: readonly Doc[]) => Doc[];

/** `$bucket`: one document for each range of values that has any; a range holds its lower boundary. */
export function compileBucket(spec: DocValue, variables: Variables): Stage {
  const options = optionsOf('$bucket', spec, ['groupBy', 'boundaries', 'default', 'output']);
  const { groupBy, boundaries, default: otherwise } = options;
  if (groupBy === undefined || boundaries === undefined) {
    throw requestFailed("$bucket requires 'groupBy' and 'boundaries' to be specified.");
  }
  const limits = boundariesOf(boundaries);
  if (otherwise !== undefined && bucketAt(limits, otherwise) >= 0) {
    throw requestFailed(
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the " +
        'highest boundary.',
    );
  }
  const valueOf = groupExpression('$bucket', groupBy, variables);
  const output = compileOutput('$bucket', options.output, variables);
  return (docs) => {
    const buckets = new Map<number, Doc[]>();
    for (const root of docs) {
      const at = bucketAt(limits, valueOf({ root, variables }) ?? null);
      if (at < 0 && otherwise === undefined) {
        throw requestFailed(
          '$switch could not find a matching branch for an input, and no default was specified.',
        );
      }
      const bucket = buckets.get(at) ?? [];
      bucket.push(root);
      buckets.set(at, bucket);
    }
    return [...buckets]
      .map(([at, members]) => ({ _id: (at < 0 ? otherwise : limits[at]) ?? null, ...output(members) }))
      .sort((a, b) => compareValues(a._id, b._id));
  };
}

function boundariesOf(value: DocValue): readonly DocValue[] {
  if (!Array.isArray(value)) {
    throw requestFailed(
      `The $bucket 'boundaries' field must be an array, but found type: ${typeName(value)}.`,
    );
  }
  if (value.length < 2) {
    throw requestFailed(
      `The $bucket 'boundaries' field must have at least 2 values, but found ${value.length} value(s).`,
    );
  }
  for (let i = 1; i < value.length; i += 1) {
    const [lower, upper] = [value[i - 1], value[i]];
    if (typeRank(lower) !== typeRank(upper)) {
      throw requestFailed(
        "All values in the the 'boundaries' option to $bucket must have the same type. Found conflicting " +
          `types ${typeName(lower)} and ${typeName(upper)}.`,
      );
    }
    if (compareValues(lower, upper) >= 0) {
      throw requestFailed(
        `The 'boundaries' option to $bucket must be sorted, but elements ${i - 1} and ${i} are not in ` +
          `ascending order (${printValue(lower)} is not less than ${printValue(upper)}).`,
      );
    }
  }
  return value;
}

/** The range that holds a value, or -1. */
function bucketAt(limits: readonly DocValue[], value: DocValue): number {
  const above = limits.findIndex((limit) => compareValues(value, limit) < 0);
  return above <= 0 ? -1 : above - 1;
}

/** `$bucketAuto`: so many ranges that hold about equally many documents. */
export function compileBucketAuto(spec: DocValue, variables: Variables): Stage {
  const options = optionsOf('$bucketAuto', spec, ['groupBy', 'buckets', 'output', 'granularity']);
  const { groupBy, buckets, granularity } = options;
  if (groupBy === undefined || buckets === undefined) {
    throw requestFailed("$bucketAuto requires 'groupBy' and 'buckets' to be specified");
  }
  if (typeof buckets !== 'number' || !Number.isInteger(buckets)) {
    throw requestFailed(
      "The $bucketAuto 'buckets' field must be representable as a 32-bit integer, but found " +
        printValue(buckets),
    );
  }
  if (buckets <= 0) {
    throw requestFailed(`The $bucketAuto 'buckets' field must be greater than 0, but found: ${buckets}`);
  }
  if (granularity !== undefined) throw notSupported('$bucketAuto with granularity');
  const valueOf = groupExpression('$bucketAuto', groupBy, variables);
  const output = compileOutput('$bucketAuto', options.output, variables);
  return (docs) => {
    const sorted = docs
      .map((root) => ({ root, value: valueOf({ root, variables }) ?? null }))
      .sort((a, b) => compareValues(a.value, b.value));
    const size = Math.max(1, Math.round(sorted.length / buckets));
    const ranges: (typeof sorted)[] = [];
    for (let start = 0; start < sorted.length;) {
      let end = ranges.length === buckets - 1 ? sorted.length : Math.min(start + size, sorted.length);
      // Equal values never stand in two ranges.
      while (end < sorted.length && equalValues(sorted[end]?.value, sorted[end - 1]?.value)) end += 1;
      ranges.push(sorted.slice(start, end));
      start = end;
    }
    return ranges.map((range, i) => ({
      // A range ends where the next begins; the last one holds its own end.
      _id: { min: range[0]?.value ?? null, max: (ranges[i + 1]?.[0] ?? range.at(-1))?.value ?? null },
      ...output(range.map(({ root }) => root)),
    }));
  };
}

function optionsOf(stage: string, spec: DocValue, known: readonly string[]): Doc {
  if (!isDoc(spec)) {
    throw requestFailed(`Argument to ${stage} stage must be an object, but found type: ${typeName(spec)}.`);
  }
  for (const key of Object.keys(spec)) {
    if (!known.includes(key)) throw requestFailed(`Unrecognized option to ${stage}: ${key}.`);
  }
  return spec;
}

function groupExpression(stage: string, groupBy: DocValue, variables: Variables): Expression {
  const isPath = typeof groupBy === 'string' && groupBy.startsWith('$');
  if (!isPath && !isDoc(groupBy)) {
    throw requestFailed(
      `The ${stage} 'groupBy' field must be defined as a $-prefixed path or an expression, but found: ` +
        `${printValue(groupBy)}.`,
    );
  }
  return compileExpression(groupBy, Object.keys(variables));
}
