import { isDeepStrictEqual } from 'node:util';
import type { Plan } from '../../../shared/product/plan.schema';
import type { Workshop } from '../../_core/operation';

/** Why a plan of a file cannot be loaded over what is on record. */
export interface LoadFault {
  /** Position of the plan in the file. */
  readonly index: number;
  readonly field: 'id' | 'version';
  readonly message: string;
}

/** What loading a file came to; with faults nothing was written. */
export interface Loaded {
  readonly added: number;
  readonly unchanged: number;
  /** Versions that are no longer sold, because the file has a later one. */
  readonly superseded: number;
  readonly faults: readonly LoadFault[];
}

const termsOf = ({
  supersededBy: _next,
  lastSaleYear: _year,
  ...terms
}: Plan): Omit<Plan, 'supersededBy' | 'lastSaleYear'> => terms;

const isSameProduct = (one: Plan, other: Plan): boolean =>
  one.line === other.line && one.regionCode === other.regionCode && one.year === other.year;

const latestOf = (known: readonly Plan[], plan: Plan): Plan | undefined =>
  known
    .filter((other) => isSameProduct(other, plan))
    .sort((one, other) => other.version - one.version)
    .at(0);

/** A plan of a county is sold until the year before its county's next catalogue. */
const withLastSaleYear = (plan: Plan, all: readonly Plan[]): Plan => {
  const later = all.flatMap(({ regionCode, year }) =>
    regionCode === plan.regionCode && year > plan.year ? [year] : [],
  );
  return later.length === 0 ? plan : { ...plan, lastSaleYear: Math.min(...later) - 1 };
};

/** More plan versions than a county has in a year. */
const MOST_VERSIONS = 200;

/**
 * Loads checked plans into the catalogue. What is on record may have been sold and is never changed: a plan under a known
 * id must be the same word for word, another text needs an id of its own and a higher version, which ends the sale of the
 * version before it. A later year's catalogue ends the sale of the county's earlier ones when its year begins.
 * Guarantees: all plans of the file or none; loading a file again changes nothing.
 * Reads and writes: plans; one transaction. Source: domain "Products", R25.
 */
export const loadCatalogue = async ({ read, write }: Workshop, plans: readonly Plan[]): Promise<Loaded> => {
  const counties = [...new Set(plans.map(({ regionCode }) => regionCode))];
  const onRecord = await Promise.all(
    counties.map((regionCode) => read.plans.find({ where: { regionCode }, limit: MOST_VERSIONS })),
  );
  const ordered = plans
    .map((plan, index) => ({ plan, index }))
    .sort((one, other) => one.plan.version - other.plan.version);
  return write(async (tx) => {
    const known = [...onRecord.flat()];
    const changed = new Map<string, Plan>();
    const faults: LoadFault[] = [];
    let [added, unchanged, superseded] = [0, 0, 0];
    for (const { plan, index } of ordered) {
      const same = await tx.plans.get(plan.id);
      if (same && isDeepStrictEqual(termsOf(same), termsOf(plan))) {
        unchanged += 1;
        continue;
      }
      if (same) {
        const message =
          'is on record with other content and may have been sold: give this one its own id and a higher version';
        faults.push({ index, field: 'id', message });
        continue;
      }
      const latest = latestOf(known, plan);
      if (latest && latest.version >= plan.version) {
        const message = `must be above ${String(latest.version)}, which is on record as ${latest.id}`;
        faults.push({ index, field: 'version', message });
        continue;
      }
      if (latest) {
        changed.set(latest.id, { ...latest, supersededBy: plan.id });
        superseded += 1;
      }
      changed.set(plan.id, plan);
      known.push(plan);
      added += 1;
    }
    if (faults.length > 0) return { added: 0, unchanged: 0, superseded: 0, faults };
    for (const plan of known) {
      const dated = withLastSaleYear(changed.get(plan.id) ?? plan, known);
      if (changed.has(plan.id) || dated.lastSaleYear !== plan.lastSaleYear) await tx.plans.put(dated);
    }
    return { added, unchanged, superseded, faults };
  });
};
