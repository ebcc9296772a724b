import { premiumOf } from '../../../shared/product/benefits';
import { peopleContinuingOn } from '../../../shared/policy/continuing';
import type { Plan } from '../../../shared/product/plan.schema';
import { checkHousehold, type RosterRules } from '../../../shared/roster/check-household';
import { faultAt, type RosterRow } from '../../../shared/roster/read-row';
import type { Roster, RosterFault, RosterHousehold } from '../../../shared/roster/roster.schema';
import type { Workshop } from '../../_core/operation';
import { personKeyOf } from '../policy/person-key';
import { doubleSubsidies, headRowOf } from './double-subsidies';
import {
  capFaultsIn,
  coversOn,
  insuredAmong,
  insuredWords,
  minorCoversOn,
  selfPaidAmong,
} from './people-held';

/** A household that can be insured, with its people's keys. */
export interface GoodHousehold {
  readonly household: RosterHousehold;
  readonly personKeys: readonly string[];
}

/** What a look at some households found. */
export interface CheckedGroup {
  readonly good: readonly GoodHousehold[];
  /** In the file's order. */
  readonly faults: readonly RosterFault[];
  readonly households: number;
  readonly rows: number;
  readonly insuredAlready: number;
  readonly doubleSubsidies: number;
}

/** What stays the same for all groups of a roster. */
export interface GroupRules {
  readonly roster: Roster;
  readonly plan: Plan;
  readonly rules: Omit<RosterRules, 'continuing'>;
}

const keyed = (
  { vault }: Pick<Workshop, 'vault'>,
  { roster, plan }: GroupRules,
  checked: Omit<RosterHousehold, 'headKey' | 'premiumFen' | 'shareFen'>,
): GoodHousehold => {
  const personKeys = checked.members.map(({ idNumber }) => personKeyOf(vault, idNumber));
  const premiumFen = premiumOf(plan, checked.members.length);
  const shareFen = premiumOf({ ...plan, priceFen: roster.shareFen }, checked.members.length);
  return { household: { ...checked, headKey: personKeys[0] ?? '', premiumFen, shareFen }, personKeys };
};

/**
 * Checks some households of a roster: each by itself, then what its people hold, then who else pays for it.
 * Reads: person and minor covers, policies of those who are insured, sponsorships, batches of other rosters; no transaction.
 */
export const checkGroup = async (
  workshop: Workshop,
  group: readonly (readonly RosterRow[])[],
  given: GroupRules,
): Promise<CheckedGroup> => {
  const { roster, plan, rules } = given;
  const rows = group.flat();
  const held = await coversOn(workshop, plan.line, rows);
  const continuing = peopleContinuingOn(held, rules.startDay);
  const insured = insuredAmong(workshop, rows, held, {
    startDay: rules.startDay,
    maxCopies: plan.maxCopies,
  });
  const selfPaid = await selfPaidAmong(
    workshop,
    insured.flatMap(({ policyId }) => policyId ?? []),
  );
  const insuredRows = new Map(insured.map((person) => [person.row.number, person]));

  const looked = group.map((people) => ({ people, ...checkHousehold(people, { ...rules, continuing }) }));
  const minors = await minorCoversOn(
    workshop,
    looked.flatMap(({ household }) => household?.members ?? []),
    rules.startDay,
  );
  const checked = looked.map(({ people, household, faults }) => {
    const held = people.flatMap((row) => {
      const person = insuredRows.get(row.number);
      return person ? [faultAt(rules.header, row, 'idNumber', insuredWords(person, selfPaid))] : [];
    });
    const overCap = capFaultsIn(household?.members ?? [], minors, plan, rules.startDay).flatMap(
      ({ idNumber, fault }) => {
        const row = people.find(({ texts }) => texts.idNumber === idNumber);
        return row ? [faultAt(rules.header, row, 'idNumber', fault)] : [];
      },
    );
    const isGood = held.length === 0 && overCap.length === 0;
    return {
      people,
      faults: [...faults, ...held, ...overCap],
      isInsured: held.length > 0,
      good: household && isGood ? keyed(workshop, given, household) : undefined,
    };
  });
  const doubled = await doubleSubsidies(
    workshop,
    roster,
    plan,
    checked.map(({ good }) => good && { ...good.household, personKeys: good.personKeys }),
  );
  const doubledFaults = [...doubled].flatMap(([index, fault]) => {
    const one = checked[index];
    const row = one?.good && headRowOf(one.people, one.good.household);
    return row ? [faultAt(rules.header, row, 'household', fault)] : [];
  });
  return {
    good: checked.flatMap(({ good }, index) => (good && !doubled.has(index) ? [good] : [])),
    faults: [...checked.flatMap(({ faults }) => faults), ...doubledFaults].sort(
      (one, other) => one.row - other.row,
    ),
    households: group.length,
    rows: rows.length,
    insuredAlready: checked.filter(({ isInsured }) => isInsured).length,
    doubleSubsidies: doubled.size,
  };
};
