import { randomBytes } from 'node:crypto';
import { runAggregation } from './aggregation';
import { refuseOversizedInsert, refuseOversizedUpdate } from './document-size';
import { stringifyEjson } from './ejson';
import { invalidParam, requestFailed } from './errors';
import type { Fault } from './fault';
import { History } from './history';
import { Locks } from './locks';
import { compileFilter } from './matcher';
import { type SortField, readSort, sortDocs } from './ordering';
import { compileProjection } from './projection';
import { type Explained, QueryReader } from './query-reader';
import { type Change, type Collection, Records } from './records';
import { Stored } from './stored';
import type { Tables } from './tables';
import { type Transaction, Transactions } from './transactions';
import type { StageSpec } from './stages/pipeline';
import { refuseDollarFields } from './storable';
import { compileUpdate } from './update';
import { type Doc, type DocValue, RegexValue, sameValue } from './values';
import { Writer, documentLock } from './writer';
import type { IndexDefinition } from './indexes';

/** Source: https://docs.cloudbase.net/database/data-index */
const MOST_INDEXES = 20;

export interface FindRequest {
  readonly collection: string;
  readonly filter: Doc;
  readonly order?: Doc;
  readonly projection?: Doc;
  readonly skip: number;
  readonly limit: number;
}

export interface ModifyResult {
  readonly updated: number;
  readonly upsertId?: DocValue;
}

export interface DatabaseOptions {
  /** Name of the environment, as E11000 messages show it. */
  readonly environment: string;
  readonly onFault: (fault: Fault) => void;
}

/** The document database: what `@cloudbase/node-sdk` can ask of the cloud. All calls are synchronous. */
export class DocumentDatabase {
  readonly transactions: Transactions;
  private readonly records: Records;
  private readonly writer: Writer;
  private readonly reader: QueryReader;

  constructor(tables: Tables, options: DatabaseOptions) {
    this.records = new Records(tables, options.environment);
    this.writer = new Writer(this.records, new History<Doc | null>(), new Locks());
    this.reader = new QueryReader(this.records, options.onFault);
    this.transactions = new Transactions(this.records, this.writer);
  }

  createCollection(name: string): void {
    this.records.createCollection(name);
  }

  collectionNames(): string[] {
    return this.records.collectionNames();
  }

  /** All collections with their counts and live indexes, for people who look at them. */
  describeCollections(): Pick<Collection, 'name' | 'count' | 'indexes'>[] {
    return this.collectionNames().map((name) => ({ ...this.records.collection(name) }));
  }

  /** Makes the indexes of a collection exactly what is declared, creating the collection when it is missing. */
  createIndexes(name: string, definitions: readonly IndexDefinition[]): void {
    if (definitions.length > MOST_INDEXES) {
      throw invalidParam(`${name}: a collection has at most ${MOST_INDEXES} indexes.`);
    }
    if (!this.records.collectionNames().includes(name)) this.records.createCollection(name);
    this.records.setIndexes(name, definitions);
  }

  /** Stores new documents, all or none, and answers their ids. */
  insert(name: string, docs: readonly Doc[], transaction?: Transaction): DocValue[] {
    const collection = this.records.collection(name);
    const changes = docs.map((doc) => newDocument(collection, doc));
    const ids = new Set(changes.map(({ id }) => stringifyEjson(id)));
    for (const change of changes) {
      const taken =
        transaction === undefined
          ? this.records.sequenceOf(collection, change.id) !== undefined
          : this.transactions.read(transaction, collection, change.id) !== null;
      if (taken || ids.size < changes.length) throw this.records.duplicateId(collection, change.id);
      if (transaction !== undefined) this.transactions.write(transaction, change);
    }
    if (transaction === undefined) this.writer.writeNow(changes);
    return changes.map(({ id }) => id);
  }

  /** Documents as EJSON text. */
  find(request: FindRequest, transaction?: Transaction): string[] {
    return projected(this.search(request, transaction), request.projection);
  }

  /** As `find`, for callers in the same process, who need no text; nobody changes what they get. */
  findDocuments(request: Omit<FindRequest, 'projection'>, transaction?: Transaction): Doc[] {
    return this.search(request, transaction).map(({ doc }) => doc);
  }

  /** The document with this id, as EJSON text. */
  findById(
    name: string,
    id: DocValue,
    projection: Doc | undefined,
    transaction?: Transaction,
  ): string | undefined {
    const collection = this.records.collection(name);
    if (transaction === undefined) {
      const stored = this.records.withId(collection, id);
      return stored && projected([stored], projection)[0];
    }
    const doc = this.transactions.read(transaction, collection, id);
    return doc === null ? undefined : projected([Stored.ofDoc(doc)], projection)[0];
  }

  /** The document with this id, for callers in the same process; nobody changes it. */
  documentById(name: string, id: DocValue, transaction?: Transaction): Doc | undefined {
    return this.readDoc(this.records.collection(name), id, transaction) ?? undefined;
  }

  count(name: string, filter: Doc): number {
    const collection = this.records.collection(name);
    if (Object.keys(filter).length === 0) return collection.count;
    return this.reader.read(collection, filter, [], 0, Infinity).length;
  }

  /** Applies update operators to one or all documents the filter finds; counts those that changed. */
  update(name: string, filter: Doc, update: Doc, multi: boolean): ModifyResult {
    const collection = this.records.collection(name);
    const change = compileUpdate(update, filter);
    const found = this.reader.read(collection, filter, [], 0, multi ? Infinity : 1);
    const changes = found.flatMap(({ doc }) => changeOf(collection, doc, change));
    this.writer.writeNow(changes);
    return { updated: changes.length };
  }

  updateById(name: string, id: DocValue, update: Doc, transaction?: Transaction): ModifyResult {
    const collection = this.records.collection(name);
    const change = compileUpdate(update);
    const doc = this.readDoc(collection, id, transaction);
    const changes = doc === null ? [] : changeOf(collection, doc, change);
    this.store(changes, transaction);
    return { updated: changes.length };
  }

  /** Stores a whole document under an id, whether there was one or not. */
  replaceById(name: string, id: DocValue, data: Doc, transaction?: Transaction): ModifyResult {
    const collection = this.records.collection(name);
    const before = this.readDoc(collection, id, transaction);
    const after = newDocument(collection, { ...data, _id: id }).after;
    if (before !== null && sameValue(before, after)) return { updated: 0 };
    this.store([{ collection, id, before, after }], transaction);
    return before === null ? { updated: 0, upsertId: id } : { updated: 1 };
  }

  /** Updates the first document the filter finds and answers it as it is afterwards. */
  updateAndReturn(
    name: string,
    filter: Doc,
    update: Doc,
    transaction?: Transaction,
  ): { updated: number; text?: string } {
    const collection = this.records.collection(name);
    const change = compileUpdate(update, filter);
    const found = this.search({ collection: name, filter, skip: 0, limit: 1 }, transaction)[0];
    if (found === undefined) return { updated: 0 };
    const changes = changeOf(collection, found.doc, change);
    this.store(changes, transaction);
    return { updated: 1, text: stringifyEjson(changes[0]?.after ?? found.doc) };
  }

  remove(name: string, filter: Doc, multi: boolean): number {
    const collection = this.records.collection(name);
    const found = this.reader.read(collection, filter, [], 0, multi ? Infinity : 1);
    const changes = found.map(({ doc }) => removal(collection, doc));
    this.writer.writeNow(changes);
    return changes.length;
  }

  removeById(name: string, id: DocValue, transaction?: Transaction): number {
    const collection = this.records.collection(name);
    const before = this.readDoc(collection, id, transaction);
    if (before === null) return 0;
    this.store([removal(collection, before)], transaction);
    return 1;
  }

  /** Runs an aggregation; each result document as EJSON text. */
  aggregate(name: string, stages: readonly StageSpec[]): string[] {
    this.records.collection(name);
    return runAggregation(stages, name, {
      read: (collection, filter, sort, limit) =>
        this.reader.read(this.records.collection(collection), filter, sort, 0, limit).map(({ doc }) => doc),
    }).map(stringifyEjson);
  }

  /** Reads as `find` does and tells how: for people who tune a query; a scan of theirs is not reported. */
  explain({ collection, filter, order, skip, limit }: FindRequest): Explained {
    return this.reader.explain(
      this.records.collection(collection),
      filter,
      readSort(order ?? {}),
      skip,
      limit,
    );
  }

  close(): void {
    this.transactions.abortAll();
  }

  private search(
    { collection: name, filter, order, skip, limit }: FindRequest,
    transaction?: Transaction,
  ): Stored[] {
    const collection = this.records.collection(name);
    const sort = readSort(order ?? {});
    return transaction === undefined
      ? this.reader.read(collection, filter, sort, skip, limit)
      : this.searchInside(transaction, collection, filter, sort, skip, limit);
  }

  /** Finds what the transaction sees: its snapshot and its own writes. */
  private searchInside(
    transaction: Transaction,
    collection: Collection,
    filter: Doc,
    sort: readonly SortField[],
    skip: number,
    limit: number,
  ): Stored[] {
    const otherwise = this.transactions.seenOtherwise(transaction, collection);
    if (otherwise.size === 0) return this.reader.read(collection, filter, sort, skip, limit);
    const seen = this.reader
      .read(collection, filter, sort, 0, skip + limit + otherwise.size)
      .filter(({ doc }) => !otherwise.has(documentLock(collection, doc._id ?? null)));
    const matches = compileFilter(filter);
    for (const doc of otherwise.values()) if (doc !== null && matches(doc)) seen.push(Stored.ofDoc(doc));
    return sortDocs(seen, ({ doc }) => doc, sort).slice(skip, skip + limit);
  }

  private readDoc(collection: Collection, id: DocValue, transaction: Transaction | undefined): Doc | null {
    if (transaction !== undefined) return this.transactions.read(transaction, collection, id);
    return this.records.withId(collection, id)?.doc ?? null;
  }

  private store(changes: readonly Change[], transaction: Transaction | undefined): void {
    if (transaction === undefined) this.writer.writeNow(changes);
    else for (const change of changes) this.transactions.write(transaction, change);
  }
}

function projected(found: readonly Stored[], projection: Doc | undefined): string[] {
  if (projection === undefined || Object.keys(projection).length === 0) return found.map(({ text }) => text);
  const project = compileProjection(projection);
  return found.map(({ doc }) => stringifyEjson(project(doc)));
}

function newDocument(collection: Collection, doc: Doc): Change {
  const id = doc._id ?? randomBytes(16).toString('hex');
  if (Array.isArray(id) || id instanceof RegexValue) {
    throw requestFailed(`The '_id' value cannot be of type ${Array.isArray(id) ? 'array' : 'regex'}`);
  }
  refuseDollarFields(doc);
  const after = { _id: id, ...doc };
  refuseOversizedInsert(after);
  return { collection, id, before: null, after };
}

/** The change of one document, or none when the update leaves it as it is. */
function changeOf(collection: Collection, before: Doc, update: (doc: Doc) => Doc): Change[] {
  const after = update(before);
  if (sameValue(after, before)) return [];
  refuseOversizedUpdate(after);
  return [{ collection, id: before._id ?? null, before, after }];
}

function removal(collection: Collection, before: Doc): Change {
  return { collection, id: before._id ?? null, before, after: null };
}
