import cloudbase from '@cloudbase/node-sdk';
import { ENVIRONMENT, type LocalCloud } from './local-cloud';

/**
 * The unmodified SDK with types that say what it answers: its own say `any` where it matters. Only what the tests of
 * the local cloud use.
 */
export type Row = Readonly<Record<string, unknown>>;

type Sdk = ReturnType<typeof cloudbase.init>;
type OwnDatabase = ReturnType<Sdk['database']>;

export interface SdkQuery {
  where(condition: object): SdkQuery;
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery;
  limit(count: number): SdkQuery;
  skip(count: number): SdkQuery;
  field(projection: object): SdkQuery;
  options(options: { multiple?: boolean; raw?: boolean }): SdkQuery;
  get(): Promise<{ data: Row[] }>;
  count(): Promise<{ total: number }>;
  update(change: object): Promise<{ updated: number }>;
  updateAndReturn(change: object): Promise<{ updated: number; doc: Row | null }>;
  remove(): Promise<{ deleted: number }>;
}

export interface SdkDocument {
  field(projection: object): SdkDocument;
  /** A list outside transactions; inside one document or null. */
  get(): Promise<{ data: Row[] }>;
  set(data: object): Promise<{ updated: number; upsertedId: string | null }>;
  update(change: object): Promise<{ updated: number }>;
  remove(): Promise<{ deleted: number }>;
}

export interface SdkPipeline {
  addFields(operand: object): SdkPipeline;
  bucket(operand: object): SdkPipeline;
  bucketAuto(operand: object): SdkPipeline;
  count(operand: string): SdkPipeline;
  geoNear(operand: object): SdkPipeline;
  group(operand: object): SdkPipeline;
  limit(operand: number): SdkPipeline;
  lookup(operand: object): SdkPipeline;
  match(operand: object): SdkPipeline;
  project(operand: object): SdkPipeline;
  replaceRoot(operand: object): SdkPipeline;
  sample(operand: object): SdkPipeline;
  skip(operand: number): SdkPipeline;
  sort(operand: object): SdkPipeline;
  sortByCount(operand: string | object): SdkPipeline;
  unwind(operand: string | object): SdkPipeline;
  end(): Promise<{ data: Row[] }>;
}

export interface SdkCollection extends SdkQuery {
  doc(id: string): SdkDocument;
  add(data: object): Promise<{ id: string }>;
  options(options: { multiple?: boolean; raw?: boolean }): SdkCollection;
  /** A list of stages is used with the option `raw` only. */
  aggregate(stages?: readonly object[]): SdkPipeline;
}

export interface SdkTransaction {
  collection(name: string): SdkCollection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

/** Shapes; the SDK's own typings know points only. */
interface SdkGeo {
  readonly Point: new (longitude: number, latitude: number) => object;
  readonly LineString: new (points: readonly object[]) => object;
  readonly Polygon: new (rings: readonly object[]) => object;
  readonly MultiPoint: new (points: readonly object[]) => object;
  readonly MultiPolygon: new (polygons: readonly object[]) => object;
}

export interface SdkDatabase extends Pick<OwnDatabase, 'command'> {
  readonly Geo: SdkGeo;
  serverDate(options?: { offset: number }): object;
  RegExp(pattern: { regexp: string; options?: string }): object;
  ObjectId(id: { id: string }): object;
  collection(name: string): SdkCollection;
  createCollection(name: string): Promise<unknown>;
  startTransaction(): Promise<SdkTransaction>;
  runTransaction<T>(work: (transaction: SdkTransaction) => Promise<T>): Promise<T>;
}

/** The SDK as a function has it, connected to this cloud. */
export function connectSdk(cloud: LocalCloud): Sdk {
  Object.assign(process.env, cloud.environment());
  return cloudbase.init({ env: ENVIRONMENT, serviceUrl: `${cloud.url}/admin` });
}

/** The SDK's database, typed. */
export function connectDatabase(cloud: LocalCloud): SdkDatabase {
  return connectSdk(cloud).database() as unknown as SdkDatabase;
}

/** The SDK at an address, for clouds in another process. */
export function sdkAt(url: string): Sdk {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    SCF_NAMESPACE: ENVIRONMENT,
    TENCENTCLOUD_REGION: 'local',
    // Requests that die with a killed cloud must not warn of their slowness afterwards.
    SILENCE: 'true',
  });
  return cloudbase.init({
    env: ENVIRONMENT,
    secretId: 'local',
    secretKey: 'local',
    serviceUrl: `${url}/admin`,
  });
}

export function databaseAt(url: string): SdkDatabase {
  return sdkAt(url).database() as unknown as SdkDatabase;
}

/** The code and message with which a call was refused; throws when it was not. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; message: string }> {
  const outcome: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (outcome instanceof Error && 'code' in outcome && typeof outcome.code === 'string') {
    return { code: outcome.code, message: outcome.message };
  }
  throw new Error(`not refused with a code: ${String(outcome)}`);
}
