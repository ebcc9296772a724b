import type { Fault } from './fault';
import { compileFilter } from './matcher';
import { type SortField, sortDocs } from './ordering';
import { type Plan, planQuery } from './planner';
import { type Collection, type Records, parseStored } from './records';
import { type Doc } from './values';

/** A query that looks at more documents than this through a scan is reported in development. */
const LONGEST_SILENT_SCAN = 1000;

/** Finds documents: plans, reads candidates, matches, sorts, cuts. */
export class QueryReader {
  constructor(
    private readonly records: Records,
    private readonly onFault: (fault: Fault) => void,
  ) {}

  /** Stored texts of the matching documents. */
  read(
    collection: Collection,
    filter: Doc,
    sort: readonly SortField[],
    skip: number,
    limit: number,
  ): string[] {
    const matches = compileFilter(filter);
    const everything = Object.keys(filter).length === 0;
    const plan = planQuery(filter, sort, collection.indexes);
    const inOrder = sort.length === 0 || (plan.kind === 'index' && plan.ordered);
    const wanted = inOrder ? skip + limit : Infinity;
    const found: { text: string; doc: Doc | undefined }[] = [];
    let examined = 0;
    for (const text of this.candidates(collection, plan)) {
      if (found.length >= wanted) break;
      examined += 1;
      const doc = everything ? undefined : parseStored(text);
      if (doc === undefined || matches(doc)) found.push({ text, doc });
    }
    if (plan.kind === 'scan' && examined > LONGEST_SILENT_SCAN && !(everything && inOrder)) {
      this.onFault({
        kind: 'scan',
        message: `${collection.name}: ${examined} documents scanned for the fields ${Object.keys(filter).join(', ') || '(all)'}`,
      });
    }
    const sorted = inOrder ? found : sortDocs(found, ({ text, doc }) => doc ?? parseStored(text), sort);
    return sorted.slice(skip, skip + limit).map(({ text }) => text);
  }

  explain(collection: Collection, filter: Doc, sort: readonly SortField[]): string {
    const plan = planQuery(filter, sort, collection.indexes);
    if (plan.kind !== 'index') return plan.kind;
    return `index ${plan.index.definition.name}, ${plan.ranges.length} range(s)${plan.ordered ? ', ordered' : ''}`;
  }

  private *candidates(collection: Collection, plan: Plan): Iterable<string> {
    if (plan.kind === 'scan') {
      for (const { text } of this.records.scan(collection)) yield text;
      return;
    }
    const sequences = plan.kind === 'ids' ? this.byIds(collection, plan) : this.byIndex(collection, plan);
    const seen = new Set<number>();
    for (const sequence of sequences) {
      if (seen.has(sequence)) continue;
      seen.add(sequence);
      const text = this.records.textAt(collection, sequence);
      if (text !== undefined) yield text;
    }
  }

  private *byIds(collection: Collection, plan: Plan & { kind: 'ids' }): Iterable<number> {
    for (const id of plan.ids) {
      const sequence = this.records.sequenceOf(collection, id);
      if (sequence !== undefined) yield sequence;
    }
  }

  private *byIndex(collection: Collection, plan: Plan & { kind: 'index' }): Iterable<number> {
    for (const range of plan.ranges) {
      yield* this.records.scanIndex(collection, plan.index, range, plan.reverse);
    }
  }
}
