import type { Variables } from './expressions/operator';
import { compileGeoNear } from './stages/geo-near';
import type { AggregationSource, StageSpec, Surroundings } from './stages/pipeline';
import { compileStage, filterOf, limitOf, sortOf } from './stages/stages';
import type { Doc, DocValue } from './values';

/** Runs an aggregation. Leading `$match`, `$sort` and `$limit` read through indexes. */
export function runAggregation(
  stages: readonly StageSpec[],
  collection: string,
  source: AggregationSource,
): Doc[] {
  const run: Surroundings['run'] = (specs, input, variables) => {
    const rest = [...specs];
    const read = typeof input === 'string' ? takeReading(rest, input, variables, source) : () => [...input];
    // All stages are compiled before the first is run: mistakes are found even where there are no documents.
    const compiled = rest.map((stage) => compileStage(stage, { source, variables, run }));
    return compiled.reduce((docs, stage) => stage(docs), read());
  };
  return run(stages, collection, {});
}

/**
 * Takes from a pipeline the leading stages that reading does by itself. A `$match` that may use variables stays in
 * it, and only its conditions on fields are read with.
 */
function takeReading(
  stages: StageSpec[],
  collection: string,
  variables: Variables,
  source: AggregationSource,
): () => Doc[] {
  const take = (key: string): DocValue | undefined =>
    stages[0]?.key === key ? stages.shift()?.value : undefined;
  const near = take('$geoNear');
  if (near !== undefined) return compileGeoNear(near, collection, source);
  const first = stages[0];
  if (first?.key === '$match' && Object.keys(variables).length > 0) {
    const fields = Object.entries(filterOf(first.value)).filter(([key]) => !key.startsWith('$'));
    return () => source.read(collection, Object.fromEntries(fields), [], Infinity);
  }
  const filter = filterOf(take('$match') ?? {});
  const order = take('$sort');
  const limit = take('$limit');
  const sort = order === undefined ? [] : sortOf(order);
  const most = limit === undefined ? Infinity : limitOf(limit);
  return () => source.read(collection, filter, sort, most);
}
