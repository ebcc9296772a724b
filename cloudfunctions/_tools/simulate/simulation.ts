import type { StaffRecord } from '../../../shared/identity/role';
import type { Plan } from '../../../shared/product/plan.schema';
import { PLACE } from '../../../shared/testing/cast';
import { deriveSecretId } from '../../_core/ids';
import type { Workshop } from '../../_core/operation';
import { DocumentDatabase } from '../../_local/engine/database';
import { MemoryTables } from '../../_local/engine/memory-tables';
import { COLLECTIONS } from '../../_stores/stores';
import { demoPlans } from '../demo/catalogue';
import { storeDemo } from '../seed';
import { faultsOf } from './invariants';
import { SECOND_CASHIER_OPENID } from './sponsors';
import { play } from './story';
import { World, type Plants } from './world';

const YEAR = 2026;
/** Records of one kind in one run are far fewer. */
const ALL = 1000;

/** How one seed ended. */
export interface Outcome {
  readonly seed: number;
  /** What is wrong, in words; empty when every invariant holds. */
  readonly faults: readonly string[];
  readonly policies: number;
  /** Policies that go on from another one. */
  readonly renewals: number;
  /** Policies that somebody else than the family pays for, in whole or in part. */
  readonly sponsored: number;
  readonly refunds: number;
  /** Calls to the database: reads, writes and commits. */
  readonly operations: number;
}

/** An engine on tables in memory: nothing outlives a run, and nothing is written to a disk. */
const engineOn = (tables: MemoryTables): DocumentDatabase =>
  new DocumentDatabase(tables, { environment: 'simulation', onFault: () => undefined });

/** Empty collections with their indexes, as a deployment makes them. */
const createCollections = (engine: DocumentDatabase): void => {
  for (const { name, indexes } of Object.values(COLLECTIONS)) {
    engine.createIndexes(
      name,
      indexes.map(({ name: index, unique, keys }) => ({
        name: index,
        unique,
        keys: Object.fromEntries(keys.map(([field, direction]) => [field, direction === 'asc' ? 1 : -1])),
      })),
    );
  }
};

/** Runs seeds one after another, each on a copy of the same tables: the handlers of the product, with storms around them. */
export class Simulation {
  /** Its pages without their words, which nobody reads here. */
  private readonly plan = withoutWords(demoPlans(YEAR)[0] ?? raise('the demo has plans'));
  private readonly prepared = this.prepare();

  constructor(private readonly plants: Plants = {}) {}

  async run(seed: number): Promise<Outcome> {
    const engine = engineOn(new MemoryTables(await this.prepared));
    const world = new World(seed, engine, this.plants);
    await play(world, this.plan);
    const { read } = world.books();
    const all = { where: {}, limit: ALL };
    const stored = {
      orders: await read.orders.find(all),
      policies: await read.policies.find(all),
      personCovers: await read.personCovers.find(all),
      rosters: await read.rosters.find(all),
      rosterBatches: await read.rosterBatches.find(all),
      sponsorships: await read.sponsorships.find(all),
      ledger: await read.ledger.find(all),
      auditHeads: await read.auditHeads.find(all),
      auditRows: await read.auditRows.find(all),
      differences: await read.billDifferences.find(all),
      maxCopies: this.plan.maxCopies,
      mayWaitUnpaid: this.plants.withoutTimer === true && this.plants.withBill === true,
    };
    engine.close();
    return {
      seed,
      faults: [...new Set([...faultsOf(stored, world.money), ...world.surprises])],
      policies: stored.policies.length,
      renewals: stored.orders.filter(({ renews, state }) => renews !== null && state === 'issued').length,
      sponsored: stored.policies.filter(({ payers }) => payers.some(({ kind }) => kind !== 'self')).length,
      operations: world.operations,
      refunds: stored.orders.flatMap(({ attempts }) => attempts).filter(({ state }) => state === 'refunded')
        .length,
    };
  }

  /** What every seed begins with: the catalogue, the regions, a village's link. */
  private async prepare(): Promise<MemoryTables> {
    const tables = new MemoryTables();
    const engine = engineOn(tables);
    createCollections(engine);
    const world = new World(0, engine, {});
    const books = world.books();
    await storeDemo(books, world.now());
    await books.write((tx) => tx.plans.put(this.plan));
    await books.write((tx) => tx.staff.put(secondCashier(books)));
    engine.close();
    return tables;
  }
}

/** Who confirms what the cashier entered. */
const secondCashier = ({ vault }: Workshop): StaffRecord => ({
  id: deriveSecretId(vault, 'stf', SECOND_CASHIER_OPENID),
  name: '何敏',
  openid: SECOND_CASHIER_OPENID,
  phone: '13860709999',
  grants: [{ role: 'cashier', regionCode: PLACE.county, since: 0, until: null, limitFen: null }],
});

const withoutWords = (plan: Plan): Plan => ({
  ...plan,
  documents: plan.documents.map((document) => ({ ...document, sections: [] })),
});

const raise = (message: string): never => {
  throw new Error(message);
};
