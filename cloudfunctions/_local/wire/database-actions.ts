import type { DocumentDatabase } from '../engine/database';
import { LARGEST_DOCUMENT } from '../engine/document-size';
import { parseEjson, parseEjsonDoc } from '../engine/ejson';
import { invalidParam, notSupported, requestFailed } from '../engine/errors';
import type { Fault } from '../engine/fault';
import { LockedByTransaction } from '../engine/locks';
import type { Transaction } from '../engine/transactions';
import { type Doc, type DocValue, ObjectIdValue } from '../engine/values';
import type { Answer } from './envelope';
import { type RequestBody, objects, optionalCount, optionalText, requiredText, texts } from './request-body';

/** Source: the SDK asks for 100 documents unless told otherwise and never for more than 1000. */
const DEFAULT_LIMIT = 100;
const LARGEST_LIMIT = 1000;

/** What a transaction takes besides operations on one `doc()`. Source: the SDK's own tests of transactions. */
const INSIDE_BY_CONDITION = [
  'database.insertDocument',
  'database.getDocument',
  'database.modifyAndReturnDoc',
];

/** What the SDK sends without the transaction's id even when it was asked of the transaction. */
const LEFT_OUTSIDE = [
  'database.modifyDocument',
  'database.removeDocument',
  'database.calculateDocument',
  'database.aggregateDocuments',
];

/** Who sent a request, as far as the local cloud knows. */
export interface Sender {
  /** The function invocation, when a function sent it. */
  readonly invocation: string | undefined;
  readonly functionName: string | undefined;
  /** When the caller built the request, in machine time; undefined when it did not say. */
  readonly sentAt: number | undefined;
}

interface Operation {
  readonly body: RequestBody;
  readonly collection: string;
  readonly byId: boolean;
  readonly transaction: Transaction | undefined;
}

/** Answers the `database.*` actions. */
export class DatabaseActions {
  private readonly operations: Readonly<Record<string, (operation: Operation) => Answer>> = {
    'database.addCollection': ({ collection }) => {
      this.database.createCollection(collection);
      return data({});
    },
    'database.insertDocument': (operation) => this.insert(operation),
    'database.getDocument': (operation) => this.get(operation),
    'database.calculateDocument': ({ body, collection }) =>
      data({ total: this.database.count(collection, this.filter(body)) }),
    'database.modifyDocument': (operation) => this.modify(operation),
    'database.modifyAndReturnDoc': (operation) => this.modifyAndReturn(operation),
    'database.removeDocument': (operation) => this.remove(operation),
    'database.aggregateDocuments': ({ body, collection }) => {
      const stages = objects(body, 'stages').map((stage) => ({
        key: requiredText(stage, 'stageKey'),
        value: parseEjson(requiredText(stage, 'stageValue'), this.now),
      }));
      return list(this.database.aggregate(collection, stages));
    },
  };

  constructor(
    private readonly database: DocumentDatabase,
    private readonly now: () => number,
    private readonly onFault: (fault: Fault) => void,
  ) {}

  /** Answers one action; waits while another transaction holds what a write outside transactions needs. */
  async answer(action: string, body: RequestBody, sender: Sender): Promise<Answer> {
    const { transactions } = this.database;
    const transactionId = optionalText(body, 'transactionId');
    if (action === 'database.startTransaction') {
      return { kind: 'top', fields: { transactionId: transactions.begin(sender.invocation).id } };
    }
    if (action === 'database.abortTransaction') {
      transactions.abort(requiredText(body, 'transactionId'));
      return data({});
    }
    if (action === 'database.commitTransaction') {
      const transaction = transactions.enter(requiredText(body, 'transactionId'), sender.sentAt);
      transactions.leave(transaction);
      transactions.commit(transaction.id);
      return data({});
    }
    const operation = this.operations[action];
    if (operation === undefined) throw notSupported(`The action ${action}`);
    if (transactionId !== undefined)
      return this.inTransaction(action, operation, body, transactionId, sender);
    this.reportOutsider(action, body, sender);
    for (;;) {
      try {
        return operation(this.read(action, body, undefined));
      } catch (error) {
        if (!(error instanceof LockedByTransaction)) throw error;
        await error.released;
      }
    }
  }

  private async inTransaction(
    action: string,
    run: (operation: Operation) => Answer,
    body: RequestBody,
    id: string,
    sender: Sender,
  ): Promise<Answer> {
    const { transactions } = this.database;
    const arrivedAt = Date.now();
    const transaction = transactions.enter(id, sender.sentAt);
    try {
      return transactions.operate(transaction, () => {
        const operation = this.read(action, body, transaction);
        if (!operation.byId && !INSIDE_BY_CONDITION.includes(action)) {
          throw notSupported(`The action ${action} by a condition inside a transaction`);
        }
        return run(operation);
      });
    } finally {
      await millisecondAfter(arrivedAt);
      transactions.leave(transaction);
    }
  }

  /**
   * Writes, counts and aggregations sent beside the caller's own open transaction run outside it. Of callers that are
   * not functions only those are told that the SDK leaves outside although they were asked of the transaction.
   */
  private reportOutsider(action: string, body: RequestBody, sender: Sender): void {
    const { invocation, functionName } = sender;
    if (action === 'database.getDocument') return;
    if (invocation === undefined && !LEFT_OUTSIDE.includes(action)) return;
    if (invocation === undefined && body.queryType === 'DOC') return;
    if (!this.database.transactions.hasOpen(invocation)) return;
    this.onFault({
      kind: 'outside-transaction',
      message: `${functionName ?? 'a caller outside functions'}: ${action} on ${String(body.collectionName)} runs outside its open transaction`,
    });
  }

  private read(action: string, body: RequestBody, transaction: Transaction | undefined): Operation {
    const queryType = body.queryType;
    const typed =
      action === 'database.getDocument' ||
      action === 'database.modifyDocument' ||
      action === 'database.removeDocument';
    if (typed && queryType !== 'WHERE' && queryType !== 'DOC')
      throw invalidParam('"queryType" must be WHERE or DOC.');
    return { body, collection: requiredText(body, 'collectionName'), byId: queryType === 'DOC', transaction };
  }

  private insert({ body, collection, transaction }: Operation): Answer {
    const docs = texts(body, 'data').map((text) => parseEjsonDoc(text, this.now));
    const ids = this.database.insert(collection, docs, transaction);
    return data({ insertedIds: ids.map(plainId) });
  }

  private get({ body, collection, byId, transaction }: Operation): Answer {
    const projection = this.optionalDoc(body, 'projection');
    if (byId) {
      const text = this.database.findById(collection, this.id(body), projection, transaction);
      return list(text === undefined ? [] : [text]);
    }
    const limit = optionalCount(body, 'limit', DEFAULT_LIMIT);
    if (limit > LARGEST_LIMIT) throw invalidParam(`"limit" must be at most ${LARGEST_LIMIT}.`);
    const request = {
      collection,
      filter: this.filter(body),
      order: this.optionalDoc(body, 'order'),
      projection,
      skip: optionalCount(body, 'offset', 0),
      limit,
    };
    return list(this.database.find(request, transaction));
  }

  private modify({ body, collection, byId, transaction }: Operation): Answer {
    const change = parseEjsonDoc(requiredText(body, 'data'), this.now);
    let result;
    if (body.merge === true && body.upsert !== true) {
      result = byId
        ? this.database.updateById(collection, this.id(body), change, transaction)
        : this.database.update(collection, this.filter(body), change, body.multi === true);
    } else if (body.merge !== true && body.upsert === true && byId) {
      result = this.database.replaceById(collection, this.id(body), change, transaction);
    } else {
      throw notSupported('A modifyDocument that is neither an update nor a doc().set()');
    }
    return data({
      updated: result.updated,
      upsert_id: result.upsertId === undefined ? null : plainId(result.upsertId),
    });
  }

  private modifyAndReturn({ body, collection, transaction }: Operation): Answer {
    const change = parseEjsonDoc(requiredText(body, 'data'), this.now);
    const { updated, text } = this.database.updateAndReturn(
      collection,
      this.filter(body),
      change,
      transaction,
    );
    return data({ updated, doc: text ?? null });
  }

  private remove({ body, collection, byId, transaction }: Operation): Answer {
    const deleted = byId
      ? this.database.removeById(collection, this.id(body), transaction)
      : this.database.remove(collection, this.filter(body), body.multi === true);
    return data({ deleted });
  }

  private filter(body: RequestBody): Doc {
    return this.optionalDoc(body, 'query') ?? {};
  }

  private optionalDoc(body: RequestBody, field: string): Doc | undefined {
    const text = optionalText(body, field);
    return text === undefined ? undefined : parseEjsonDoc(text, this.now);
  }

  private id(body: RequestBody): DocValue {
    const id = this.filter(body)._id;
    if (id === undefined || id === null) throw invalidParam('The document id is missing.');
    return id;
  }
}

/**
 * Holds an answer back until the millisecond in which its request arrived is over. Operations sent in parallel were
 * built by then, and tell so by their time stamps; one built after the answer has a later stamp. Here operations take
 * microseconds, so that without this a second one in the same millisecond would sometimes pass for a sequential one.
 */
async function millisecondAfter(time: number): Promise<void> {
  // However the machine's clock is set meanwhile.
  const latest = performance.now() + 2;
  do await new Promise(setImmediate);
  while (Date.now() <= time && performance.now() < latest);
}

function data(value: Readonly<Record<string, unknown>>): Answer {
  return { kind: 'data', data: JSON.stringify(value) };
}

function list(docs: readonly string[]): Answer {
  let size = 0;
  for (const doc of docs) size += Buffer.byteLength(doc);
  if (size > LARGEST_DOCUMENT) throw requestFailed('The result is larger than 16 MB.');
  return { kind: 'data', data: `{"list":[${docs.map((doc) => JSON.stringify(doc)).join(',')}]}` };
}

/** An id as the wire shows it outside EJSON. */
function plainId(id: DocValue): unknown {
  return id instanceof ObjectIdValue ? id.hex : id;
}
