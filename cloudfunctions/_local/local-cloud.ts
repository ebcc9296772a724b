import { randomBytes } from 'node:crypto';
import type { RootDatabase } from 'lmdb';
import { MovableClock } from './clock';
import { DataFolder, StartRefused } from './data-folder';
import { answerDoor } from './doors/doors';
import { answerHttpEntry } from './doors/http-entry';
import { listIdentities, storeIdentities, type Identity } from './doors/identities-door';
import { json, refused } from './doors/replies';
import { DocumentDatabase } from './engine/database';
import type { Fault } from './engine/fault';
import type { IndexDefinition } from './engine/indexes';
import { lmdbTables, openEnvironment } from './engine/lmdb-tables';
import { FaultPlan } from './faults/fault-plan';
import { FunctionCatalogue } from './functions/catalogue';
import { FunctionLog, type LogLine } from './functions/function-log';
import { FunctionRunner, type CallRecord } from './functions/runner';
import { refusalReason } from './gatekeeper';
import { LoopbackServer, toLocalRequest } from './http-server';
import { miniProgramPages } from './mini-program-pages';
import { createNotify } from './notify';
import { openStateStore } from './state-store';
import { serveStatic } from './static-files';
import { FileStorage, type StoredFile } from './storage/storage';
import { answerStorage } from './storage/storage-door';
import { Timers } from './timers';
import { createWechat } from './wechat/index';
import type { LocalResponse, StateStore, WechatSide } from './wechat-side';
import { AdminWire } from './wire/admin';
import { DatabaseActions } from './wire/database-actions';

/** Name of the local environment and the appid of the mini-program in it. */
export const ENVIRONMENT = 'nuanjiabao-local';
const APPID = 'wxlocal0000000000';

/** Where WeChat reaches the functions: the cloud's domain, which our own callbacks find at whatever port is ours now. */
const ENTRY_URL = `https://${ENVIRONMENT}.service.tcloudbase.com`;

/** A collection as the stores declare it. */
export interface DeclaredCollection {
  readonly name: string;
  readonly indexes: readonly {
    readonly name: string;
    readonly keys: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
    readonly unique: boolean;
  }[];
}

export interface LocalCloudOptions {
  /** Folder that holds everything; created when missing. */
  readonly dataDir: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Folder of built functions; without it there are none. */
  readonly functionsDir?: string;
  /** Collections and indexes that exist from the start, as deployment creates them in the cloud. */
  readonly collections?: readonly DeclaredCollection[];
  /** Folder of the browser build. */
  readonly staticDir?: string;
  /** Folder of the mini-program's build: which pages there are, for QR codes and messages. */
  readonly miniProgramDir?: string;
  /** Time at which a new data folder starts, epoch milliseconds; the machine's when left out. */
  readonly now?: number;
  /** Empties the data folder first. */
  readonly fresh?: boolean;
  /** False: timers run only through `POST /_local/timers/NAME`. */
  readonly timers?: boolean;
  /** How long an idle function instance is kept, milliseconds; five minutes when left out. */
  readonly longestRestMs?: number;
  /** One line at a time for the person at the terminal. */
  readonly onProgress?: (line: string) => void;
}

/** A running local cloud. */
export interface LocalCloud {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly clock: MovableClock;
  /** Nothing had been stored in the data folder before this start. */
  readonly isNew: boolean;
  /** Makes the indexes of a collection what is declared, creating it when missing. */
  createIndexes(collection: string, indexes: readonly IndexDefinition[]): void;
  /** The variables with which the unmodified SDK speaks to this cloud; also those of every function. */
  environment(): Record<string, string>;
  identities(): readonly Identity[];
  storeIdentities(identities: readonly Identity[]): Promise<void>;
  /** Runs a timer and answers its function's result. Throws when there is none of that name, or when it fails. */
  runTimer(name: string): Promise<unknown>;
  /** Stored files whose cloud path begins with `prefix`. */
  files(prefix?: string): readonly StoredFile[];
  /** What the functions and the local cloud wrote, oldest first. */
  logs(source?: string): readonly LogLine[];
  calls(): readonly CallRecord[];
  /** What the cloud would have let pass silently, e.g. a scan without an index. */
  faults(): readonly Fault[];
  /** Runs `seed` so that a start which dies meanwhile begins again from nothing. */
  seeding(seed: () => Promise<void>): Promise<void>;
  /** Ends everything; afterwards the data folder is free. */
  close(): Promise<void>;
}

/** Starts the local cloud. Throws `StartRefused` with one clear line when it cannot. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  // Deployed functions run in UTC; worker threads share the process's time zone.
  process.env.TZ = 'UTC';
  const folder = DataFolder.open(options.dataDir, options.fresh ?? false);
  try {
    const root = openEnvironment(folder.database);
    try {
      return await assemble(options, folder, root);
    } catch (error) {
      await root.close();
      throw error;
    }
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function assemble(
  options: LocalCloudOptions,
  folder: DataFolder,
  root: RootDatabase,
): Promise<LocalCloud> {
  const state = openStateStore(root);
  const clock = new MovableClock(state);
  const now = (): number => clock.now();
  if (folder.isNew && options.now !== undefined) await clock.startAt(options.now);
  const log = new FunctionLog(folder.logs, now);
  const tell = (line: string): void => log.add('local', line);
  const faults: { at: number; fault: Fault }[] = [];
  const onFault = (fault: Fault): void => {
    faults.push({ at: now(), fault });
    tell(`fault ${fault.kind}: ${fault.message}`);
  };

  const faultPlan = new FaultPlan(now);

  let port = 0;
  const baseUrl = (): string => `http://127.0.0.1:${port}`;
  const database = new DocumentDatabase(lmdbTables(root), {
    environment: ENVIRONMENT,
    onFault,
  });
  for (const { name, indexes } of options.collections ?? []) {
    database.createIndexes(name, indexes.map(definitionOf));
  }
  const storage = new FileStorage(
    { directory: folder.files, state: state.scoped('files'), environment: ENVIRONMENT, now, baseUrl },
    await keptSecret(state),
  );
  const wechat: WechatSide = await createWechat({
    stateStore: state.scoped('wechat'),
    clock,
    appid: APPID,
    baseUrl,
    entryUrl: ENTRY_URL,
    notify: createNotify({ entryUrl: ENTRY_URL, ownUrl: () => `${baseUrl()}/http` }),
    pages: () => miniProgramPages(options.miniProgramDir),
    faults: faultPlan,
    log: tell,
  });
  const secrets = folder.secrets();
  const environment = (): Record<string, string> => ({
    ...platformVariables(baseUrl()),
    ...secrets,
    ...wechat.functionEnvironment(),
  });
  const catalogue = new FunctionCatalogue(options.functionsDir);
  const runner = new FunctionRunner({
    catalogue,
    log,
    appid: APPID,
    environment: ENVIRONMENT,
    now,
    clockOffsetMs: () => clock.offsetMs(),
    variables: environment,
    onFault,
    longestRestMs: options.longestRestMs,
  });
  const timers = new Timers(catalogue, runner, clock, tell, options.timers ?? true);
  const admin = new AdminWire({
    environment: ENVIRONMENT,
    appid: APPID,
    database: new DatabaseActions(database, now, onFault),
    storage,
    functions: runner,
    wechat,
    faults: faultPlan,
    log: tell,
  });
  const doors = {
    environment: ENVIRONMENT,
    appid: APPID,
    clock,
    database,
    catalogue,
    runner,
    log,
    storage,
    state,
    timers,
    wechat,
    faultPlan,
    developmentFaults: () => faults.map(({ at, fault }) => ({ at, ...fault })),
  };

  const server = new LoopbackServer(
    async (incoming, body): Promise<LocalResponse> => {
      const reason = refusalReason(incoming.headers, port);
      if (reason !== undefined) return refused('FORBIDDEN', `拒绝访问：${reason}`, 403);
      const target = incoming.url ?? '/';
      if (target.startsWith('/admin')) {
        if (incoming.method !== 'POST') return json({ code: 'INVALID_PARAM', message: 'POST only' }, 405);
        const reply = await admin.reply(incoming.headers, body);
        return { status: 200, headers: { 'content-type': reply.contentType }, body: reply.body };
      }
      const request = toLocalRequest(incoming, body);
      if (target === '/_local') return { status: 308, headers: { location: '/_local/' }, body: '' };
      if (target.startsWith('/_local/')) return answerDoor(doors, request);
      if (target.startsWith('/http/')) return answerHttpEntry(runner, request);
      if (target.startsWith('/storage/')) return answerStorage(storage, request, clock.now());
      if (target.startsWith('/wxpay/'))
        return (await wechat.routes(request)) ?? json({ code: 'NOT_FOUND' }, 404);
      return serveStatic(options.staticDir, request);
    },
    (error) => tell(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
  port = await listen(server, options.port);
  options.onProgress?.(`listening on ${baseUrl()}, data in ${folder.path}`);

  return {
    url: baseUrl(),
    clock,
    isNew: folder.isNew,
    createIndexes: (collection, indexes) => database.createIndexes(collection, indexes),
    environment,
    identities: () => listIdentities(state),
    storeIdentities: (identities) => storeIdentities(state, identities),
    runTimer: async (name) => {
      const result = await timers.runNow(name);
      if (result === undefined) throw new Error(`there is no timer ${name}`);
      return JSON.parse(result) as unknown;
    },
    files: (prefix = '') => storage.list(prefix),
    logs: (source) => log.latest(source),
    calls: () => runner.latestCalls(),
    faults: () => faults.map(({ fault }) => fault),
    seeding: (seed) => folder.seeding(seed),
    close: async () => {
      timers.close();
      await wechat.close();
      await server.close();
      await runner.close();
      database.close();
      await log.close();
      await root.close();
      folder.release();
    },
  };
}

function definitionOf(declared: DeclaredCollection['indexes'][number]): IndexDefinition {
  const keys = declared.keys.map(([field, direction]) => [field, direction === 'asc' ? 1 : -1] as const);
  return { name: declared.name, unique: declared.unique, keys: Object.fromEntries(keys) };
}

async function listen(server: LoopbackServer, port: number): Promise<number> {
  try {
    return await server.listen(port);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE') throw new StartRefused(`port ${port} is taken; choose another with PORT=…`);
    if (code === 'EACCES') throw new StartRefused(`port ${port} may not be used; choose another with PORT=…`);
    throw error;
  }
}

/** Source: platform facts; with these the SDK finds the local cloud instead of Tencent's. */
function platformVariables(url: string): Record<string, string> {
  return {
    TZ: 'UTC',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    SCF_NAMESPACE: ENVIRONMENT,
    TCB_ENV: ENVIRONMENT,
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    WX_APPID: APPID,
  };
}

async function keptSecret(state: StateStore): Promise<string> {
  const kept = state.get<string>('storage/secret');
  if (kept !== undefined) return kept;
  const fresh = randomBytes(32).toString('hex');
  await state.put('storage/secret', fresh);
  return fresh;
}
