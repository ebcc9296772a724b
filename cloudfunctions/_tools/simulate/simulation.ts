import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '../../../shared/product/plan.schema';
import { workshopOf } from '../../_core/serve';
import type { Workshop } from '../../_core/operation';
import { DocumentDatabase } from '../../_local/engine/database';
import { openEnvironment } from '../../_local/engine/records';
import { COLLECTIONS } from '../../_stores/stores';
import { demoPlans } from '../demo/catalogue';
import { storeDemo } from '../seed';
import { createEngineDatabase } from './engine-database';
import { faultsOf } from './invariants';
import { buyAndPay, calmDown } from './purchases';
import { World, type Plants } from './world';

/** What a seed is allowed to leave behind for the next one. */
const KEPT = new Set(['regions', 'plans', 'staff', 'referrals']);

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

/** Runs seeds one after another on one engine: the handlers of the product, with storms around them. */
export class Simulation {
  private readonly directory = mkdtempSync(join(tmpdir(), 'simulation-'));
  private readonly root = openEnvironment(this.directory);
  private readonly engine = new DocumentDatabase(this.root, {
    environment: 'simulation',
    onFault: () => undefined,
  });
  /** Its pages without their words, which nobody reads here. */
  private readonly plan = withoutWords(demoPlans(YEAR)[0] ?? raise('the demo has plans'));
  private isPrepared = false;

  constructor(private readonly plants: Plants = {}) {
    for (const { name, indexes } of Object.values(COLLECTIONS)) {
      this.engine.createIndexes(
        name,
        indexes.map(({ name: index, unique, keys }) => ({
          name: index,
          unique,
          keys: Object.fromEntries(keys.map(([field, direction]) => [field, direction === 'asc' ? 1 : -1])),
        })),
      );
    }
  }

  async run(seed: number): Promise<Outcome> {
    const world = new World(seed, this.engine, this.plants);
    const books = this.booksFor(world);
    await this.prepare();
    buyAndPay(world, this.plan);
    await world.timeline.run();
    await calmDown(world, () => this.engine.count('orders', { nextLookAt: { $ne: null } }) > 0);
    const { read } = books;
    const stored = {
      orders: await read.orders.find({ where: {}, limit: ALL }),
      policies: await read.policies.find({ where: {}, limit: ALL }),
      ledger: await read.ledger.find({ where: {}, limit: ALL }),
      auditRows: await read.auditRows.find({ where: {}, limit: ALL }),
      differences: await read.billDifferences.find({ where: {}, limit: ALL }),
      mayWaitUnpaid: this.plants.withoutTimer === true && this.plants.withBill === true,
    };
    return {
      seed,
      faults: [...new Set([...faultsOf(stored, world.money), ...world.surprises])],
      policies: stored.policies.length,
      refunds: stored.orders.flatMap(({ attempts }) => attempts).filter(({ state }) => state === 'refunded')
        .length,
    };
  }

  async close(): Promise<void> {
    this.engine.close();
    await this.root.close();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** An empty database but for the catalogue. */
  private async prepare(): Promise<void> {
    if (!this.isPrepared) {
      // With a chance of its own: a seed runs alike whether it comes first or last.
      const world = new World(0, this.engine, {});
      const books = this.booksFor(world);
      await storeDemo(books, world.now());
      await books.write((tx) => tx.plans.put(this.plan));
      this.isPrepared = true;
    }
    for (const { name } of Object.values(COLLECTIONS)) {
      if (!KEPT.has(name) && this.engine.count(name, {}) > 0) this.engine.remove(name, {}, true);
    }
  }

  /** The stores without any storm, for whoever looks at the end. */
  private booksFor(world: World): Workshop {
    const database = createEngineDatabase(this.engine, {
      before: () => Promise.resolve(),
      after: () => Promise.resolve(),
      onDeath: () => undefined,
    });
    return workshopOf(world.observer(database));
  }
}

const withoutWords = (plan: Plan): Plan => ({
  ...plan,
  documents: plan.documents.map((document) => ({ ...document, sections: [] })),
});

const raise = (message: string): never => {
  throw new Error(message);
};
