import { notSupported, requestFailed } from '../errors';
import { compileExpression } from '../expressions/expression';
import { compileFilter } from '../matcher';
import { type SortField, readSort, sortBy, sortDocs } from '../ordering';
import { splitPath, valueAt, withValue } from '../paths';
import { type Doc, type DocValue, isDoc, printValue, typeName } from '../values';
import { compileBucket, compileBucketAuto } from './bucket';
import { compileGroup, compileSortByCount } from './group';
import { compileLookup } from './lookup';
import { type Stage, type StageSpec, type Surroundings, stagesOf } from './pipeline';
import { compileAddFields, compileProject } from './project';

/**
 * The aggregation stages: all that the SDK offers, and those that are other names for them.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation-pipeline/
 */
const STAGES: ReadonlyMap<string, (operand: DocValue, surroundings: Surroundings) => Stage> = new Map(
  Object.entries<(operand: DocValue, surroundings: Surroundings) => Stage>({
    $addFields: (operand, { variables }) => each(compileAddFields(operand, variables)),
    $bucket: (operand, { variables }) => compileBucket(operand, variables),
    $bucketAuto: (operand, { variables }) => compileBucketAuto(operand, variables),
    $count: compileCount,
    $facet: compileFacet,
    $group: (operand, { variables }) => compileGroup(operand, variables),
    $limit: (operand) => {
      const limit = limitOf(operand);
      return (docs) => docs.slice(0, limit);
    },
    $lookup: compileLookup,
    $match: (operand, { variables }) => {
      const matches = compileFilter(filterOf(operand), variables);
      return (docs) => docs.filter(matches);
    },
    $project: (operand, { variables }) => each(compileProject(operand, variables)),
    $replaceRoot: (operand, surroundings) => {
      if (!isDoc(operand)) {
        throw requestFailed(
          `expected an object as specification for $replaceRoot stage, got ${typeName(operand)}`,
        );
      }
      if (operand.newRoot === undefined)
        throw requestFailed('no newRoot specified for the $replaceRoot stage');
      return compileReplaceRoot(operand.newRoot, surroundings);
    },
    $replaceWith: compileReplaceRoot,
    $sample: compileSample,
    $set: (operand, { variables }) => each(compileAddFields(operand, variables)),
    $skip: (operand) => {
      if (typeof operand !== 'number') throw requestFailed('Argument to $skip must be a number');
      if (operand < 0) throw requestFailed('Argument to $skip cannot be negative');
      return (docs) => docs.slice(operand);
    },
    $sort: (operand) => {
      const sort = sortOf(operand);
      return (docs) => sortDocs([...docs], (doc) => doc, sort);
    },
    $sortByCount: (operand, { variables }) => compileSortByCount(operand, variables),
    $unset: (operand, { variables }) => {
      const fields = Array.isArray(operand) ? operand : [operand];
      const names = fields.map((field) => {
        if (typeof field === 'string') return field;
        throw requestFailed('$unset specification must be a string or an array');
      });
      return each(compileProject(Object.fromEntries(names.map((name) => [name, 0])), variables));
    },
    $unwind: compileUnwind,
  }),
);

/** Compiles one stage. Refuses, by name, those that it does not know. */
export function compileStage({ key, value }: StageSpec, surroundings: Surroundings): Stage {
  if (key === '$geoNear') throw requestFailed('$geoNear is only valid as the first stage in a pipeline.');
  const compile = STAGES.get(key);
  if (compile === undefined) throw notSupported(`The aggregation stage ${key}`);
  return compile(value, surroundings);
}

function each(change: (doc: Doc) => Doc): Stage {
  return (docs) => docs.map(change);
}

export function filterOf(operand: DocValue): Doc {
  if (!isDoc(operand)) throw requestFailed('the match filter must be an expression in an object');
  return operand;
}

export function limitOf(operand: DocValue): number {
  if (typeof operand !== 'number') throw requestFailed('the limit must be specified as a number');
  if (operand <= 0) throw requestFailed('the limit must be positive');
  return operand;
}

export function sortOf(operand: DocValue): SortField[] {
  if (!isDoc(operand)) throw requestFailed('the $sort key specification must be an object');
  const directions = Object.values(operand);
  if (directions.length === 0) throw requestFailed('$sort stage must have at least one sort key');
  for (const direction of directions) {
    if (isDoc(direction)) throw notSupported(`$sort by ${printValue(direction)}`);
    if (direction !== 1 && direction !== -1) {
      throw requestFailed('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
  }
  return readSort(operand);
}

function compileCount(operand: DocValue): Stage {
  if (typeof operand !== 'string' || operand === '') {
    throw requestFailed('the count field must be a non-empty string');
  }
  if (operand.startsWith('$')) throw requestFailed('the count field cannot be a $-prefixed path');
  if (operand.includes('.')) throw requestFailed("the count field cannot contain '.'");
  return (docs) => (docs.length === 0 ? [] : [{ [operand]: docs.length }]);
}

function compileFacet(operand: DocValue, surroundings: Surroundings): Stage {
  if (!isDoc(operand) || Object.keys(operand).length === 0) {
    throw requestFailed('the $facet specification must be a non-empty object');
  }
  const facets = Object.entries(operand).map(([name, pipeline]) => ({ name, stages: stagesOf(pipeline) }));
  return (docs) => [
    Object.fromEntries(
      facets.map(({ name, stages }) => [name, surroundings.run(stages, docs, surroundings.variables)]),
    ),
  ];
}

function compileReplaceRoot(operand: DocValue, { variables }: Surroundings): Stage {
  const expression = compileExpression(operand, Object.keys(variables));
  return (docs) =>
    docs.map((root) => {
      const value = expression({ root, variables });
      if (isDoc(value)) return value;
      throw requestFailed(
        `'newRoot' expression must evaluate to an object, but resulting value was: ` +
          `${value === undefined ? 'MISSING' : printValue(value)}. Type of resulting value: ` +
          `'${typeName(value)}'. Input document: ${printValue(root)}`,
      );
    });
}

function compileSample(operand: DocValue): Stage {
  if (!isDoc(operand)) throw requestFailed('the $sample stage specification must be an object');
  const { size, ...others } = operand;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw requestFailed(`unrecognized option to $sample: ${unknown}`);
  if (size === undefined) throw requestFailed('$sample stage must specify a size');
  if (typeof size !== 'number') throw requestFailed('size argument to $sample must be a number');
  if (size < 0) throw requestFailed('size argument to $sample must not be negative');
  return (docs) => sortBy(docs, () => Math.random()).slice(0, size);
}

function compileUnwind(operand: DocValue): Stage {
  const options = isDoc(operand) ? operand : { path: operand };
  for (const key of Object.keys(options)) {
    if (!['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'].includes(key)) {
      throw requestFailed(`unrecognized option to $unwind stage: ${key}`);
    }
  }
  const {
    path: source,
    includeArrayIndex: indexField,
    preserveNullAndEmptyArrays: preserve = false,
  } = options;
  if (source === undefined) throw requestFailed('no path specified to $unwind stage');
  if (typeof source !== 'string') {
    throw requestFailed(`expected a string as the path for $unwind stage, got ${typeName(source)}`);
  }
  if (!source.startsWith('$')) {
    throw requestFailed(`path option to $unwind stage should be prefixed with a '$': ${source}`);
  }
  if (typeof preserve !== 'boolean') {
    throw requestFailed(
      'expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ' +
        typeName(preserve),
    );
  }
  if (indexField !== undefined && (typeof indexField !== 'string' || indexField === '')) {
    throw requestFailed(
      `expected a non-empty string for the includeArrayIndex option to $unwind stage, got ${typeName(indexField)}`,
    );
  }
  const path = splitPath(source.slice(1));
  const numbered = (doc: Doc, position: number | null): Doc =>
    indexField === undefined ? doc : withValue(doc, splitPath(indexField), position);
  return (docs) =>
    docs.flatMap((doc) => {
      const found = valueAt(doc, path);
      if (Array.isArray(found) && found.length > 0) {
        return found.map((item, position) => numbered(withValue(doc, path, item), position));
      }
      if (Array.isArray(found)) return preserve ? [numbered(withValue(doc, path, undefined), null)] : [];
      if (found === undefined || found === null) return preserve ? [numbered(doc, null)] : [];
      return [numbered(doc, null)];
    });
}
