import { Aggregator } from 'mingo';
import { CloudError, invalidParam, notSupported, requestFailed } from './errors';
import { compileFilter } from './matcher';
import { type SortField, readSort, sortDocs } from './ordering';
import { type Doc, type DocValue, isDoc } from './values';

/** One aggregation stage: `$match` and its operand. */
export interface Stage {
  readonly key: string;
  readonly value: DocValue;
}

export interface AggregationSource {
  /** Documents of a collection; throws when it does not exist. */
  read(collection: string, filter: Doc, sort: readonly SortField[], limit: number): Doc[];
}

const STAGES = new Set([
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$facet',
  '$group',
  '$limit',
  '$lookup',
  '$match',
  '$project',
  '$replaceRoot',
  '$replaceWith',
  '$sample',
  '$set',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unset',
  '$unwind',
]);

/**
 * Runs an aggregation. Leading `$match`, `$sort` and `$limit` read through indexes; every `$match` and `$sort` runs
 * on the engine's own rules; mingo does the other stages.
 */
export function runAggregation(
  stages: readonly Stage[],
  collection: string,
  source: AggregationSource,
): Doc[] {
  for (const { key } of stages) if (!STAGES.has(key)) throw notSupported(`The aggregation stage ${key}`);
  const rest = [...stages];
  const filter = usesExpression(rest[0]) ? {} : docOf(takeLeading(rest, '$match') ?? {});
  const sort = readSort(docOf(takeLeading(rest, '$sort') ?? {}));
  const limit = takeLeading(rest, '$limit') ?? Infinity;
  if (typeof limit !== 'number' || limit <= 0) throw requestFailed('the limit must be positive');
  let docs = source.read(collection, filter, sort, limit);
  let others: Stage[] = [];
  const runOthers = (): void => {
    if (others.length > 0) docs = runMingo(others, docs, source);
    others = [];
  };
  for (const stage of rest) {
    if (stage.key === '$match' && !usesExpression(stage)) {
      runOthers();
      docs = docs.filter(compileFilter(docOf(stage.value)));
    } else if (stage.key === '$sort') {
      runOthers();
      docs = sortDocs(docs, (doc) => doc, readSort(docOf(stage.value)));
    } else others.push(stage);
  }
  runOthers();
  return docs;
}

function takeLeading(stages: Stage[], key: string): DocValue | undefined {
  const first = stages[0];
  if (first === undefined || first.key !== key) return undefined;
  stages.shift();
  return first.value;
}

function usesExpression(stage: Stage | undefined): boolean {
  return stage?.key === '$match' && isDoc(stage.value) && '$expr' in stage.value;
}

function docOf(value: DocValue): Doc {
  if (!isDoc(value)) throw invalidParam('An aggregation stage was expected to be an object.');
  return value;
}

function runMingo(stages: readonly Stage[], docs: Doc[], source: AggregationSource): Doc[] {
  const pipeline = stages.map(({ key, value }) => ({ [key]: value }));
  try {
    const aggregator = new Aggregator(pipeline, {
      collectionResolver: (name) => source.read(name, {}, [], Infinity),
    });
    return aggregator.run<Doc>(docs);
  } catch (error) {
    if (error instanceof CloudError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    if (message.includes('unregistered')) throw notSupported(message);
    throw requestFailed(message);
  }
}
