import { requestFailed } from '../errors';
import type { Variables } from '../expressions/operator';
import type { SortField } from '../ordering';
import { type Doc, type DocValue, isDoc } from '../values';

/** One aggregation stage as it is sent: `$match` and its operand. */
export interface StageSpec {
  readonly key: string;
  readonly value: DocValue;
}

/** A stage compiled. */
export type Stage = (docs: readonly Doc[]) => Doc[];

export interface AggregationSource {
  /** Documents of a collection; throws when it does not exist. */
  read(collection: string, filter: Doc, sort: readonly SortField[], limit: number): Doc[];
}

/** What a stage may use besides its operand. */
export interface Surroundings {
  readonly source: AggregationSource;
  /** Variables that an enclosing `$lookup` binds. */
  readonly variables: Variables;
  /** Runs an inner pipeline on a collection, or on documents at hand. */
  run(stages: readonly StageSpec[], input: string | readonly Doc[], variables: Variables): Doc[];
}

/** The stages of a pipeline that stands inside another: `[{ $match: … }, { $limit: 1 }]`. */
export function stagesOf(pipeline: DocValue): StageSpec[] {
  if (!Array.isArray(pipeline)) throw requestFailed('pipeline must be an array');
  return pipeline.map((stage) => {
    const [entry, ...more] = isDoc(stage) ? Object.entries(stage) : [];
    if (entry === undefined || more.length > 0) {
      throw requestFailed('A pipeline stage specification object must contain exactly one field.');
    }
    return { key: entry[0], value: entry[1] };
  });
}
