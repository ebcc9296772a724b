import { createHash } from 'node:crypto';
import { strikesAt, type FaultRules, type Place, type Rule, type RuleAt } from './fault-rules';

/** Something that a rule may spoil. */
export interface Occurrence {
  /** What it goes by, the most particular name first; a rule's `of` is held against each. */
  readonly names: readonly [string, ...string[]];
  /** The SDK action of a database call. */
  readonly action?: string;
  /** The function call it belongs to: `nth` counts within it. */
  readonly within?: string;
}

/** A fault that happened. */
interface Firing {
  /** Epoch milliseconds of the local clock. */
  readonly at: number;
  /** Position of the rule in the plan, from 0. */
  readonly rule: number;
  readonly do: Rule['do'];
  readonly name: string;
  /** Which occurrence it was, from 1. */
  readonly nth: number;
}

interface PlannedRule {
  readonly rule: Rule;
  /** Occurrences so far, by the function call (`nth`) or by the name (`chance`) they belong to. */
  readonly seen: Map<string, number>;
  fired: number;
}

const KEPT_FIRINGS = 1000;

/**
 * The faults asked for, and what came of them. Whether an occurrence is spoiled depends only on the seed, the rule, the
 * name and how many of that name came before, so calls that run side by side do not disturb each other's faults.
 * A plan ends with the process.
 */
export class FaultPlan {
  private seed = 1;
  private planned: readonly PlannedRule[] = [];
  private firings: Firing[] = [];

  constructor(private readonly now: () => number) {}

  /** Replaces the plan; every count begins anew. */
  set({ seed = 1, rules }: FaultRules): void {
    this.seed = seed;
    this.planned = rules.map((rule) => ({ rule, seen: new Map(), fired: 0 }));
    this.firings = [];
  }

  clear(): void {
    this.set({ rules: [] });
  }

  /** The plan with how often each rule has fired, and the firings, oldest first. */
  view(): {
    readonly seed: number;
    readonly rules: readonly (Rule & { readonly fired: number })[];
    readonly firings: readonly Firing[];
  } {
    return {
      seed: this.seed,
      rules: this.planned.map(({ rule, fired }) => ({ ...rule, fired })),
      firings: [...this.firings],
    };
  }

  /** Counts an occurrence and answers the rule that spoils it, the first that does. */
  next<P extends Place>(place: P, occurrence: Occurrence): RuleAt<P> | undefined {
    let spoiling: RuleAt<P> | undefined;
    for (const [index, planned] of this.planned.entries()) {
      const { rule } = planned;
      if (!strikesAt(rule, place) || !isAbout(rule, occurrence)) continue;
      const nth = this.fires(index, planned, occurrence);
      if (nth === undefined || spoiling !== undefined) continue;
      spoiling = rule;
      planned.fired += 1;
      this.firings.push({ at: this.now(), rule: index, do: rule.do, name: occurrence.names[0], nth });
      if (this.firings.length > KEPT_FIRINGS) this.firings.shift();
    }
    return spoiling;
  }

  /** Which occurrence this is for the rule, if the rule fires at it. */
  private fires(
    index: number,
    { rule, seen, fired }: PlannedRule,
    occurrence: Occurrence,
  ): number | undefined {
    if (rule.nth !== undefined) {
      if (fired > 0) return undefined;
      const count = countOne(seen, occurrence.within ?? '');
      return count === rule.nth ? count : undefined;
    }
    const [name] = occurrence.names;
    const count = countOne(seen, name);
    const draw = createHash('sha256')
      .update(JSON.stringify([this.seed, index, name, count]))
      .digest();
    return draw.readUIntBE(0, 6) / 2 ** 48 < (rule.chance ?? 0) ? count : undefined;
  }
}

function isAbout(rule: Rule, { names, action }: Occurrence): boolean {
  if ('action' in rule && rule.action !== undefined && rule.action !== action) return false;
  const { of } = rule;
  if (of === undefined) return true;
  const pattern = new RegExp(`^${of.split('*').map(literal).join('.*')}$`, 's');
  return names.some((name) => pattern.test(name));
}

function literal(text: string): string {
  return text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&');
}

function countOne(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}
