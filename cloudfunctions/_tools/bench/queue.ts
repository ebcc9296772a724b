import { queueKeyOf } from '../../../shared/claim/claim-clocks';
import type { Claim } from '../../../shared/claim/claim.schema';
import { listDeskQueue } from '../../../shared/claim/list-desk-queue.contract';
import { SAMPLE_CLAIM } from '../../../shared/testing/sample-claim';
import { chinaDayOf, DAY_MS, HOUR_MS, type EpochMs } from '../../../shared/time/china-day';
import { createCloudbase, databaseOf } from '../../_adapters/cloudbase';
import { deriveId } from '../../_core/ids';
import type { DocumentTransaction, StoredDocument } from '../../_core/ports/database';
import { writeStores } from '../../_stores/stores';
import { hires } from '../testing/claims';
import { setStage, type Stage } from '../testing/stage';
import { inTurn } from './pairs';
import { atMost, note, type Row } from './table';

const FEW = { countyCode: '350424', handler: 'o-handler-of-few', cases: 1000 };
const MANY = { countyCode: '350421', handler: 'o-handler-of-many', cases: 100_000 };
const ROUNDS = 200;
/** Documents in one call. */
const BATCH = 500;

/** An open case of a county; they are due over two years. */
const openCase = (now: EpochMs, countyCode: string, number: number): Claim => {
  const at = now - ((number * 7919) % 730) * DAY_MS - (number % 24) * HOUR_MS;
  const claim: Claim = {
    ...SAMPLE_CLAIM,
    id: deriveId('clm', countyCode, String(number)),
    countyCode,
    regionCode: `${countyCode}200201`,
    state: 'registered',
    promise: { day: chinaDayOf(at + 3 * DAY_MS), provisional: false },
    greenChannel: number % 100 === 0 ? { reason: '病情很重', staffId: null } : null,
    reportedAt: at,
    clockFrom: at,
  };
  return { ...claim, queueKey: queueKeyOf(claim) };
};

/** Puts a county's cases into the database as the store would write them, many at a time. */
const load = async (stage: Stage, county: typeof FEW): Promise<void> => {
  const now = stage.cloud.clock.now();
  const claims = databaseOf(createCloudbase()).collection('claims');
  let documents: StoredDocument[] = [];
  const collecting: DocumentTransaction = {
    get: () => Promise.resolve(undefined),
    put: () => Promise.reject(new Error('nothing is put')),
    create: (_collection, document) => {
      documents.push(document);
      return Promise.resolve();
    },
  };
  const stores = writeStores(collecting, stage.workshop.vault);
  for (let number = 0; number < county.cases; number += 1) {
    await stores.claims.create(openCase(now, county.countyCode, number));
    if (documents.length < BATCH && number + 1 < county.cases) continue;
    await claims.add(documents);
    documents = [];
  }
  await hires(stage, county.handler, ['handler'], county.countyCode);
};

/** The desk's queue opened in a county with many open cases, beside one with few: the same operation, in turn. */
export const timeQueue = async (): Promise<Row[]> => {
  const stage = await setStage();
  try {
    const started = performance.now();
    for (const county of [FEW, MANY]) await load(stage, county);
    const seconds = (performance.now() - started) / 1000;
    const { few, many } = await inTurn(ROUNDS, {
      few: () => stage.ask(listDeskQueue, {}, FEW.handler),
      many: () => stage.ask(listDeskQueue, {}, MANY.handler),
    });
    const detail = ` (${many.p50.toFixed(1)} ms to ${few.p50.toFixed(1)} ms)`;
    return [
      atMost(
        `the desk's queue, county of ${String(MANY.cases)} open cases : of ${String(FEW.cases)}`,
        many.p50 / few.p50,
        1.3,
        ' ×',
        detail,
      ),
      note(`loading ${String(FEW.cases + MANY.cases)} cases`, `${seconds.toFixed(0)} s`),
    ];
  } finally {
    await stage.close();
  }
};
