import type { Plan } from '../../../shared/product/plan.schema';
import { workshopOf } from '../../_core/serve';
import type { Workshop } from '../../_core/operation';
import { DocumentDatabase } from '../../_local/engine/database';
import { MemoryTables } from '../../_local/engine/memory-tables';
import { COLLECTIONS } from '../../_stores/stores';
import { demoPlans } from '../demo/catalogue';
import { storeDemo } from '../seed';
import { createEngineDatabase } from './engine-database';
import { faultsOf } from './invariants';
import { buyAndPay, calmDown } from './purchases';
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
  readonly refunds: number;
}

/** An engine on tables in memory: nothing outlives a run, and nothing is written to a disk. */
const engineOn = (tables: MemoryTables): DocumentDatabase =>
  new DocumentDatabase(tables, { environment: 'simulation', onFault: () => undefined });

/** The stores without any storm, for whoever prepares the books or looks at them at the end. */
const booksFor = (world: World, engine: DocumentDatabase): Workshop =>
  workshopOf(
    world.observer(
      createEngineDatabase(engine, {
        before: () => Promise.resolve(),
        after: () => Promise.resolve(),
        onDeath: () => undefined,
      }),
    ),
  );

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
    buyAndPay(world, this.plan);
    await world.timeline.run();
    await calmDown(world, () => engine.count('orders', { nextLookAt: { $ne: null } }) > 0);
    const { read } = booksFor(world, engine);
    const stored = {
      orders: await read.orders.find({ where: {}, limit: ALL }),
      policies: await read.policies.find({ where: {}, limit: ALL }),
      ledger: await read.ledger.find({ where: {}, limit: ALL }),
      auditRows: await read.auditRows.find({ where: {}, limit: ALL }),
      differences: await read.billDifferences.find({ where: {}, limit: ALL }),
      mayWaitUnpaid: this.plants.withoutTimer === true && this.plants.withBill === true,
    };
    engine.close();
    return {
      seed,
      faults: [...new Set([...faultsOf(stored, world.money), ...world.surprises])],
      policies: stored.policies.length,
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
    const books = booksFor(world, engine);
    await storeDemo(books, world.now());
    await books.write((tx) => tx.plans.put(this.plan));
    engine.close();
    return tables;
  }
}

const withoutWords = (plan: Plan): Plan => ({
  ...plan,
  documents: plan.documents.map((document) => ({ ...document, sections: [] })),
});

const raise = (message: string): never => {
  throw new Error(message);
};
