import type { Fault } from './fault';
import { type Index, idIndex } from './indexes';
import { compileFilter } from './matcher';
import { distanceOrder } from './geo-queries';
import { type SortField, sortBy, sortDocs } from './ordering';
import { type IndexPlan, type Plan, planQuery } from './planner';
import { anyIdOfType } from './record-keys';
import type { Collection, Records } from './records';
import type { Stored } from './stored';
import { type Doc } from './values';

/** A query that looks at more documents than this in vain is reported in development. */
const LONGEST_SILENT_SCAN = 1000;

/** How a query was read, for people who tune it. */
export interface Explanation {
  /** `ids`: by `_id`; `index`: by one index; `union`: each branch of an `$or` by its own; `scan`: all documents. */
  readonly plan: Plan['kind'];
  /** Names of the indexes read. */
  readonly indexes: readonly string[];
  /** What was looked up in them, in words. */
  readonly bounds: readonly string[];
  /** The index gives the order; else what was found was sorted in memory. */
  readonly sortedByIndex: boolean;
  /** Documents looked at, and documents answered. */
  readonly scanned: number;
  readonly returned: number;
  /** Milliseconds the reading took on this machine. */
  readonly ms: number;
}

/** What a query found, and how. */
export interface Explained {
  readonly found: readonly Stored[];
  readonly explanation: Explanation;
}

interface Search {
  readonly found: Stored[];
  readonly plan: Plan;
  readonly scanned: number;
  /** Nothing is looked for: all documents, in the order in which they are stored. */
  readonly idle: boolean;
}

/** Finds documents: plans, reads candidates, matches, sorts, cuts. */
export class QueryReader {
  constructor(
    private readonly records: Records,
    private readonly onFault: (fault: Fault) => void,
  ) {}

  /** The matching documents. */
  read(
    collection: Collection,
    filter: Doc,
    sort: readonly SortField[],
    skip: number,
    limit: number,
  ): Stored[] {
    const { found, plan, scanned, idle } = this.search(collection, filter, sort, skip, limit);
    const inVain = plan.kind === 'scan' && !idle ? scanned : scanned - found.length;
    if (inVain > LONGEST_SILENT_SCAN) {
      const fields = [...Object.keys(filter), ...sort.map(({ field }) => field)].join(', ') || '(all)';
      this.onFault({
        kind: 'scan',
        message: `${collection.name}: ${scanned} documents scanned for the fields ${fields}`,
      });
    }
    return found;
  }

  /** Reads as `read` does, without a report, and tells how. */
  explain(
    collection: Collection,
    filter: Doc,
    sort: readonly SortField[],
    skip: number,
    limit: number,
  ): Explained {
    const start = performance.now();
    const { found, plan, scanned } = this.search(collection, filter, sort, skip, limit);
    const ms = performance.now() - start;
    const used = plansOf(plan);
    const explanation = {
      plan: plan.kind,
      indexes: used.map(({ index }) => index.definition.name),
      bounds: used.map(({ bounds }) => bounds.join(', ')),
      sortedByIndex: sort.length > 0 && plan.kind === 'index' && plan.ordered,
      scanned,
      returned: found.length,
      ms,
    };
    return { found, explanation };
  }

  private search(
    collection: Collection,
    filter: Doc,
    sort: readonly SortField[],
    skip: number,
    limit: number,
  ): Search {
    const matches = compileFilter(filter);
    const everything = Object.keys(filter).length === 0;
    const plan = planQuery(filter, sort, this.indexesFor(collection, filter, sort));
    const distance = sort.length === 0 ? distanceOrder(filter) : undefined;
    const inOrder = distance === undefined && (sort.length === 0 || (plan.kind === 'index' && plan.ordered));
    const wanted = inOrder ? skip + limit : Infinity;
    const matching: Stored[] = [];
    let scanned = 0;
    for (const candidate of wanted > 0 ? this.candidates(collection, plan) : []) {
      scanned += 1;
      if (everything || matches(candidate.doc)) matching.push(candidate);
      if (matching.length >= wanted) break;
    }
    const docOf = ({ doc }: Stored): Doc => doc;
    let sorted = matching;
    if (distance !== undefined) sorted = sortBy(matching, ({ doc }) => distance(doc));
    else if (!inOrder) sorted = sortDocs(matching, docOf, sort);
    return { found: sorted.slice(skip, skip + limit), plan, scanned, idle: everything && inOrder };
  }

  /** The index of ids is looked at only for queries that may gain by it. */
  private indexesFor(collection: Collection, filter: Doc, sort: readonly SortField[]): readonly Index[] {
    const mayGain = sort[0]?.field === '_id' || '_id' in filter || '$and' in filter || '$or' in filter;
    if (!mayGain) return collection.indexes;
    // Numbers and objects may be cut or hashed in their keys; nearly all ids are texts.
    const inexact = [anyIdOfType(collection, 2, 2), anyIdOfType(collection, 4, 6)].some(
      (part) => this.records.idCount(collection, part) > 0,
    );
    return [...collection.indexes, idIndex(inexact)];
  }

  private *candidates(collection: Collection, plan: Plan): Iterable<Stored> {
    if (plan.kind === 'scan') {
      for (const { stored } of this.records.scan(collection)) yield stored;
      return;
    }
    // One document may stand under several keys, of an array or of two branches.
    const seen = plan.kind === 'index' && !plan.index.multikey ? undefined : new Set<number>();
    for (const sequence of this.sequences(collection, plan)) {
      if (seen?.has(sequence) === true) continue;
      seen?.add(sequence);
      const stored = this.records.at(collection, sequence);
      if (stored !== undefined) yield stored;
    }
  }

  private *sequences(collection: Collection, plan: Exclude<Plan, { kind: 'scan' }>): Iterable<number> {
    if (plan.kind === 'union') {
      for (const branch of plan.plans) yield* this.sequences(collection, branch);
    } else if (plan.kind === 'index') {
      const ranges = plan.reverse ? [...plan.ranges].reverse() : plan.ranges;
      for (const range of ranges) yield* this.records.scanIndex(collection, plan.index, range, plan.reverse);
    } else {
      for (const id of plan.ids) {
        const sequence = this.records.sequenceOf(collection, id);
        if (sequence !== undefined) yield sequence;
      }
    }
  }
}

function plansOf(plan: Plan): readonly IndexPlan[] {
  if (plan.kind === 'union') return plan.plans.flatMap(plansOf);
  return plan.kind === 'index' ? [plan] : [];
}
