import { databaseAt, type SdkDatabase } from '../testing-sdk';
import type { IndexDefinition } from '../engine/indexes';

/** Collections of the run: a unique index, one over an array, and one of two fields, so that every kind is under load. */
export const WRITTEN: Readonly<Record<string, readonly IndexDefinition[]>> = {
  singles: [
    { name: 'code', keys: { code: 1 }, unique: true },
    { name: 'tags', keys: { tags: 1 }, unique: false },
  ],
  batches: [{ name: 'batch', keys: { batch: 1, position: -1 }, unique: false }],
  counters: [{ name: 'value', keys: { value: 1 }, unique: false }],
  lefts: [{ name: 'writer', keys: { writer: 1, at: -1 }, unique: false }],
  rights: [{ name: 'twin', keys: { twin: 1 }, unique: true }],
};

export const BATCH = 10;

/** A value that only grows: what was acknowledged last, and what was asked for last. */
export interface Progress {
  acknowledged: number;
  asked: number;
}

/**
 * What the clients were told and what they asked for. Every acknowledged write must be there afterwards; of what was
 * asked for and never answered, all or nothing may be.
 */
export class Promised {
  readonly singles = new Set<string>();
  readonly batches = new Map<string, 'stored' | 'removing' | 'removed'>();
  readonly transfers = new Map<string, string>();
  readonly files = new Map<string, Progress>();
  readonly fileIDs = new Map<string, string>();
  readonly counters = new Map<string, Progress>();
  readonly clock: Progress = { acknowledged: 0, asked: 0 };
  /** How many writes were acknowledged. */
  writes = 0;
  private serial = 0;
  private readonly waiting = new Map<number, () => void>();

  acknowledged(): void {
    this.writes += 1;
    this.waiting.get(this.writes)?.();
    this.waiting.delete(this.writes);
  }

  /** Resolves with the acknowledgement of that number. */
  reaches(writes: number): Promise<void> {
    return new Promise((resolve) => this.waiting.set(writes, resolve));
  }

  nextSerial(): number {
    return (this.serial += 1);
  }

  progress(of: Map<string, Progress>, name: string): Progress {
    const kept = of.get(name) ?? { acknowledged: 0, asked: 0 };
    of.set(name, kept);
    return kept;
  }
}

/** What a client does again and again; `name` tells the clients of one kind apart. */
type Write = (db: SdkDatabase, promised: Promised, url: string, name: string) => Promise<void>;

const insert: Write = async (db, promised) => {
  const id = `s${promised.nextSerial()}`;
  const text = 'x'.repeat((promised.writes * 37) % 3000);
  await db.collection('singles').add({ _id: id, code: `code-${id}`, tags: [id, 'all', text.length], text });
  promised.singles.add(id);
};

/** Ten documents in one call, and every second such batch removed again by one call. */
const insertBatch: Write = async (db, promised) => {
  const batch = `b${promised.nextSerial()}`;
  const docs = Array.from({ length: BATCH }, (_, position) => ({
    _id: `${batch}-${position}`,
    batch,
    position,
  }));
  await db.collection('batches').add(docs);
  promised.batches.set(batch, 'stored');
  if (promised.writes % 2 === 0) return;
  promised.batches.set(batch, 'removing');
  await db.collection('batches').where({ batch }).remove();
  promised.batches.set(batch, 'removed');
};

const count: Write = async (db, promised, _url, name) => {
  const progress = promised.progress(promised.counters, name);
  progress.asked += 1;
  await db.collection('counters').doc(name).set({ value: progress.asked });
  progress.acknowledged = progress.asked;
};

/** Three documents that only make sense together: two new ones and the sum of them. */
const transfer: Write = async (db, promised, _url, name) => {
  const id = `t${promised.nextSerial()}`;
  const transaction = await db.startTransaction();
  await transaction.collection('lefts').add({ _id: id, writer: name, at: new Date(promised.writes) });
  await transaction.collection('rights').add({ _id: id, twin: id });
  const sum = db.command.inc(1);
  const { updated } = await transaction.collection('counters').doc(name).update({ sum });
  if (updated === 0) await transaction.collection('counters').doc(name).set({ sum: 1 });
  await transaction.commit();
  promised.transfers.set(id, name);
};

const expectOk = async (answer: Response): Promise<void> => {
  if (!answer.ok) throw new Error(`${answer.url}: ${String(answer.status)} ${await answer.text()}`);
};

/** The bytes of one version of a file; versions differ in length, so that a mixture shows. */
export const bytesOf = (name: string, version: number): string =>
  `${name} ${version} `.repeat(1 + ((version * 311) % 4000));

const upload: Write = async (_db, promised, url, name) => {
  const progress = promised.progress(promised.files, name);
  progress.asked += 1;
  const target = `${url}/_local/files/claims-inbox/${name}.txt`;
  const body = bytesOf(name, progress.asked);
  const answer = await fetch(target, { method: 'PUT', body, headers: { 'x-openid': 'writer' } });
  await expectOk(answer);
  promised.fileIDs.set(name, ((await answer.json()) as { fileID: string }).fileID);
  progress.acknowledged = progress.asked;
};

/** The store of the clock, of the storage and of WeChat's side is one: moving the clock writes to it. */
const moveClock: Write = async (_db, promised, url) => {
  const answer = await fetch(`${url}/_local/clock`, { method: 'POST', body: '{"advanceMs":1000}' });
  await expectOk(answer);
  promised.clock.acknowledged = ((await answer.json()) as { now: number }).now;
};

const CLIENTS: readonly (readonly [name: string, write: Write])[] = [
  ['insert-a', insert],
  ['insert-b', insert],
  ['batch', insertBatch],
  ['counter-a', count],
  ['counter-b', count],
  ['transfer-a', transfer],
  ['transfer-b', transfer],
  ['file', upload],
  ['clock', moveClock],
];

/** Writes from all clients at once until `dead()`; a client that fails before that is a failure of the run. */
export async function writeUntil(url: string, promised: Promised, dead: () => boolean): Promise<string[]> {
  const failures: string[] = [];
  const client = async ([name, write]: (typeof CLIENTS)[number]): Promise<void> => {
    const db = databaseAt(url);
    try {
      while (!dead()) {
        await write(db, promised, url, name);
        promised.acknowledged();
      }
    } catch (error) {
      if (!dead()) failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  await Promise.all(CLIENTS.map(client));
  return failures;
}
