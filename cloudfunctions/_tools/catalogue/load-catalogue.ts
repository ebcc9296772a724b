import { isDeepStrictEqual } from 'node:util';
import { sumOf } from '../../../shared/money/fen';
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

/** Plans that one transaction writes: it takes 100 operations. Source: CloudBase "事务". */
const MOST_WRITES = 90;

/** What a county's part of a file comes to: the plans to write, and what stands against it. */
interface CountyLoad extends Loaded {
  readonly writes: readonly Plan[];
}

interface Placed {
  readonly plan: Plan;
  /** Position in the file. */
  readonly index: number;
}

/** How the plans of one county stand against those on record. */
const compared = (onRecord: readonly Plan[], placed: readonly Placed[]): CountyLoad => {
  const known = [...onRecord];
  const changed = new Map<string, Plan>();
  const faults: LoadFault[] = [];
  let [added, unchanged, superseded] = [0, 0, 0];
  for (const { plan, index } of [...placed].sort((one, other) => one.plan.version - other.plan.version)) {
    const same = onRecord.find(({ id }) => id === plan.id);
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
  const writes = known.flatMap((plan) => {
    const dated = withLastSaleYear(changed.get(plan.id) ?? plan, known);
    return changed.has(plan.id) || dated.lastSaleYear !== plan.lastSaleYear ? [dated] : [];
  });
  const [first] = placed;
  if (writes.length > MOST_WRITES && first) {
    const message = `of this county ${String(writes.length)} plans would change at once, at most ${String(MOST_WRITES)}: load fewer at a time`;
    faults.push({ index: first.index, field: 'id', message });
  }
  return { added, unchanged, superseded, faults, writes };
};

/**
 * Loads checked plans into the catalogue. What is on record may have been sold and is never changed: a plan under a known
 * id must be the same word for word, another text needs an id of its own and a higher version, which ends the sale of the
 * version before it. A later year's catalogue ends the sale of the county's earlier ones when its year begins.
 * Guarantees: nothing of a file with a fault; all plans of a county or none, however many counties a file has; loading a
 * file again changes nothing and goes on where it was cut off.
 * Reads and writes: plans; one transaction a county. Source: domain "Products", R25.
 */
export const loadCatalogue = async ({ read, write }: Workshop, plans: readonly Plan[]): Promise<Loaded> => {
  const counties = new Map<string, Placed[]>();
  plans.forEach((plan, index) => {
    const placed = counties.get(plan.regionCode) ?? [];
    counties.set(plan.regionCode, [...placed, { plan, index }]);
  });
  const loads: CountyLoad[] = [];
  for (const [regionCode, placed] of counties) {
    const ofCounty = await read.plans.find({ where: { regionCode }, limit: MOST_VERSIONS });
    // An id may stand for a plan of another county.
    const ofIds = await Promise.all(placed.map(({ plan }) => read.plans.get(plan.id)));
    const elsewhere = ofIds.flatMap((plan) => (plan && plan.regionCode !== regionCode ? [plan] : []));
    loads.push(compared([...ofCounty, ...elsewhere], placed));
  }
  const faults = loads.flatMap((load) => load.faults);
  if (faults.length > 0) return { added: 0, unchanged: 0, superseded: 0, faults };
  for (const { writes } of loads) {
    if (writes.length === 0) continue;
    await write(async (tx) => {
      for (const plan of writes) await tx.plans.put(plan);
    });
  }
  const inAll = (of: 'added' | 'unchanged' | 'superseded') => sumOf(loads.map((load) => load[of]));
  return {
    added: inAll('added'),
    unchanged: inAll('unchanged'),
    superseded: inAll('superseded'),
    faults,
  };
};
