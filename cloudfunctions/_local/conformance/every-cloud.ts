import { randomBytes } from 'node:crypto';
import type { IndexDefinition } from '../engine/indexes';
import type { LocalCloud } from '../local-cloud';
import { startTestCloud } from '../testing';
import {
  type SdkCollection,
  type SdkDatabase,
  type SdkTransaction,
  connectDatabase,
  refusalOf,
} from '../testing-sdk';
import {
  type RealEnvironment,
  connectReal,
  createRealIndexes,
  namedEnvironment,
  removeRealCollection,
} from './real-environment';

/** A collection that only one suite on one cloud uses. */
export interface TestCollection {
  /** The collection through the SDK, inside a transaction when one is given. */
  (transaction?: SdkTransaction): SdkCollection;
  /** Its name in the cloud, for stages that name another collection. */
  readonly collectionName: string;
}

/** The cloud that a suite runs against at the moment. */
export interface CloudUnderTest {
  /** The SDK's database; only inside tests and hooks. */
  readonly db: SdkDatabase;
  /** Declares a collection with its indexes: made before the suite's tests, removed with all it holds after them. */
  collection(name: string, indexes?: readonly IndexDefinition[]): TestCollection;
  /** A test that needs what only the local cloud has, such as its clock; against a real environment it is skipped. */
  localOnly(name: string, test: (local: LocalCloud) => Promise<void>): void;
}

interface Running {
  readonly db: SdkDatabase;
  readonly local: LocalCloud | undefined;
  createIndexes(collection: string, indexes: readonly IndexDefinition[]): Promise<void>;
  remove(collections: readonly string[]): Promise<void>;
}

const REAL = namedEnvironment(process.env);

/** A call over the internet takes its time. */
const REAL_TIMEOUT_MS = 120_000;

/**
 * Runs the same suite against a fresh local cloud and, when one is named, against a real environment: what passes on
 * both is what the local cloud imitates.
 */
export function onEveryCloud(subject: string, suite: (cloud: CloudUnderTest) => void): void {
  describe(`${subject} (local cloud)`, () => prepare(startLocal, it, suite));
  if (REAL === undefined) return;
  jest.setTimeout(REAL_TIMEOUT_MS);
  describe(`${subject} (${REAL.env})`, () => prepare(() => openReal(REAL), it.skip, suite));
}

/** Expects a refusal with this code whose message holds this text. */
export async function expectRefusal(call: Promise<unknown>, code: string, text = ''): Promise<void> {
  const refusal = await refusalOf(call);
  expect(refusal).toEqual({ code, message: expect.stringContaining(text) as string });
}

function prepare(
  start: () => Running | Promise<Running>,
  localTest: (name: string, test: () => Promise<void>) => void,
  suite: (cloud: CloudUnderTest) => void,
): void {
  const prefix = `t${randomBytes(4).toString('hex')}`;
  const declared: { name: string; indexes: readonly IndexDefinition[] }[] = [];
  let running: Running | undefined;
  const now = (): Running => {
    if (running === undefined) throw new Error('the cloud runs only while tests do');
    return running;
  };

  beforeAll(async () => {
    running = await start();
    for (const { name, indexes } of declared) {
      await running.db.createCollection(name);
      if (indexes.length > 0) await running.createIndexes(name, indexes);
    }
  });
  afterAll(() => running?.remove(declared.map(({ name }) => name)));

  suite({
    get db() {
      return now().db;
    },
    collection: (short, indexes = []) => {
      const collectionName = `${prefix}_${short}`;
      declared.push({ name: collectionName, indexes });
      return Object.assign(
        (transaction?: SdkTransaction) => (transaction ?? now().db).collection(collectionName),
        { collectionName },
      );
    },
    localOnly: (name, test) =>
      localTest(name, async () => {
        const { local } = now();
        if (local === undefined) throw new Error('not a local cloud');
        await test(local);
      }),
  });
}

async function startLocal(): Promise<Running> {
  const local = await startTestCloud();
  return {
    db: connectDatabase(local),
    local,
    createIndexes: async (collection, indexes) => local.createIndexes(collection, indexes),
    // Its collections go with it.
    remove: () => local.close(),
  };
}

function openReal(real: RealEnvironment): Running {
  return {
    db: connectReal(real),
    local: undefined,
    createIndexes: (collection, indexes) => createRealIndexes(real, collection, indexes),
    remove: async (collections) => {
      for (const collection of collections) await removeRealCollection(real, collection);
    },
  };
}
