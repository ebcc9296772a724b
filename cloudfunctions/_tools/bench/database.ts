import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleCommand, CloudProcess } from '../../_local/durability/cloud-process';
import { stringifyEjson } from '../../_local/engine/ejson';
import { databaseAt, type SdkDatabase } from '../../_local/testing-sdk';
import { anonymousMb, documentOf, fill, idOf, READ, villageOf, WRITTEN } from './documents';
import { inTurn } from './pairs';
import { atLeast, atMost, note, type Row } from './table';

const FEW = 10_000;
const MANY = 1_000_000;
const ROUNDS = 600;
const PAGE = 20;

/** One kind of call, the same code for the local cloud and for its rival. */
interface Kind {
  readonly name: string;
  readonly work: (db: SdkDatabase, round: number) => Promise<unknown>;
  /** HTTP requests that `work` sends. */
  readonly requests: number;
  /** The constant of the bare server: an answer of the same size that satisfies the SDK. */
  readonly constant: unknown;
  /** Times the bare server. */
  readonly limit: number;
}

/** Spread over all documents, the same for every run. */
const spread = (round: number, count: number): number => (round * 7919 * 104_729) % count;

const texts = (count: number): string[] =>
  Array.from({ length: count }, (_, number) => stringifyEjson(documentOf(number)));

const readOne =
  (count: number) =>
  (db: SdkDatabase, round: number): Promise<unknown> =>
    db
      .collection(READ)
      .doc(idOf(spread(round, count)))
      .get();

const readPage = (db: SdkDatabase, round: number): Promise<unknown> =>
  db
    .collection(READ)
    .where({ village: villageOf(round * 31) })
    .orderBy('at', 'desc')
    .limit(PAGE)
    .get();

const insert = (db: SdkDatabase, round: number): Promise<unknown> =>
  db.collection(WRITTEN).add({ ...documentOf(round), _id: `insert-${round}` });

const transact = async (db: SdkDatabase, round: number): Promise<unknown> => {
  const transaction = await db.startTransaction();
  await transaction.collection(WRITTEN).add({ ...documentOf(round), _id: `transaction-${round}` });
  await transaction
    .collection(READ)
    .doc(idOf(round))
    .update({ amountFen: db.command.inc(1) });
  await transaction
    .collection(READ)
    .doc(idOf(round + 1))
    .update({ open: round % 2 === 0 });
  return transaction.commit();
};

const requestId = '00000000-0000-0000-0000-000000000000';

const KINDS: Readonly<Record<'point' | 'page' | 'insert' | 'transaction', Kind>> = {
  point: {
    name: 'point read',
    work: readOne(FEW),
    requests: 1,
    constant: { requestId, data: { list: texts(1) } },
    limit: 2,
  },
  page: {
    name: `indexed query of ${PAGE}`,
    work: readPage,
    requests: 1,
    constant: { requestId, data: { list: texts(PAGE) } },
    limit: 2,
  },
  insert: {
    name: 'insert',
    work: insert,
    requests: 1,
    constant: { requestId, data: { insertedIds: ['insert-1'] } },
    limit: 3,
  },
  transaction: {
    name: 'transaction of 3 operations',
    work: transact,
    requests: 5,
    constant: { requestId, transactionId: requestId, data: { insertedIds: ['x'], updated: 1 } },
    limit: 3,
  },
};

const startBare = async (): Promise<{ child: ChildProcess; url: string }> => {
  const bodies = Object.entries(KINDS).map(([key, { constant }]) => [key, JSON.stringify(constant)] as const);
  const program = path.join(__dirname, 'bare-server.mjs');
  const child = spawn(process.execPath, [program, JSON.stringify(Object.fromEntries(bodies))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  return { child, url: line.trim() };
};

/** A request without the SDK: what HTTP itself costs on this machine. */
const plainRequest = (url: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST' }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => resolve(JSON.parse(text)));
    });
    sent.on('error', reject);
    sent.end(JSON.stringify({ action: 'nothing', query: 'x'.repeat(300) }));
  });

const againstBare = async (cloud: string, bare: string): Promise<Row[]> => {
  const rows: Row[] = [];
  for (const [key, { name, work, requests, limit }] of Object.entries(KINDS)) {
    const own = databaseAt(cloud);
    const rival = databaseAt(`${bare}/${key}`);
    const times = await inTurn(ROUNDS, {
      cloud: (round) => work(own, round),
      bare: (round) => work(rival, round),
      plain: async () => {
        for (let sent = 0; sent < requests; sent += 1) await plainRequest(`${bare}/${key}/plain`);
      },
    });
    const { cloud: ours, bare: theirs, plain } = times;
    const detail = ` (${ours.p50.toFixed(2)} ms to ${theirs.p50.toFixed(2)} ms; without the SDK ${plain.p50.toFixed(2)} ms)`;
    const what = `${name}, SDK to local cloud : SDK to bare HTTP server`;
    rows.push(atMost(what, ours.p50 / theirs.p50, limit, ' ×', detail));
  }
  return rows;
};

const manyAgainstFew = async (few: string, many: string): Promise<Row[]> => {
  const rows: Row[] = [];
  const [small, large] = [databaseAt(few), databaseAt(many)];
  const kinds = [
    { name: 'point read', few: readOne(FEW), many: readOne(MANY) },
    { name: `indexed query of ${PAGE}`, few: readPage, many: readPage },
  ];
  for (const kind of kinds) {
    const times = await inTurn(ROUNDS, {
      few: (round) => kind.few(small, round),
      many: (round) => kind.many(large, round),
    });
    const detail = ` (${times.many.p50.toFixed(2)} ms to ${times.few.p50.toFixed(2)} ms)`;
    const what = `${kind.name}, ${MANY} documents : ${FEW} documents`;
    rows.push(atMost(what, times.many.p50 / times.few.p50, 1.3, ' ×', detail));
  }
  return rows;
};

/** Batches of the SDK, the fastest way in for a function. */
const sdkBatches = async (url: string): Promise<Row> => {
  const db = databaseAt(url);
  const [calls, each] = [40, 500];
  const started = performance.now();
  for (let call = 0; call < calls; call += 1) {
    const docs = Array.from({ length: each }, (_, index) => ({
      ...documentOf(index),
      _id: `batch-${call * each + index}`,
    }));
    await db.collection(WRITTEN).add(docs);
  }
  const rate = (calls * each) / ((performance.now() - started) / 1000);
  return note(`add() of ${each} documents at once through the SDK`, `${Math.round(rate)} documents/s`);
};

/**
 * The local cloud as a process of its own, called through the real SDK. Its rival is a bare HTTP server, also a
 * process of its own, called by the same SDK with the same connection settings; both keep connections alive.
 */
export const timeDatabase = async (): Promise<Row[]> => {
  const home = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const [fewDir, manyDir] = [path.join(home, 'few'), path.join(home, 'many')];
  const running: (() => Promise<unknown> | boolean)[] = [];
  try {
    const bundle = await bundleCommand();
    const rate = await fill(manyDir, MANY);
    await fill(fewDir, FEW);
    const few = await CloudProcess.start(bundle, fewDir);
    running.push(() => few.end('SIGTERM'));
    const many = await CloudProcess.start(bundle, manyDir);
    running.push(() => many.end('SIGTERM'));
    const bare = await startBare();
    running.push(() => bare.child.kill());
    const rows = [
      // First, while both processes have run equally little.
      ...(await manyAgainstFew(few.url, many.url)),
      ...(await againstBare(few.url, bare.url)),
      atLeast(`bulk insert of ${MANY} documents by the engine, one process`, rate, 20_000, ' documents/s'),
      await sdkBatches(many.url),
    ];
    const memory = anonymousMb(many.pid);
    const held = `heap and anonymous memory with ${MANY} documents`;
    rows.push(memory === undefined ? note(held, 'not told here') : atMost(held, memory, 400, ' MB'));
    return rows;
  } finally {
    for (const end of running) await end();
    rmSync(home, { recursive: true, force: true });
  }
};
