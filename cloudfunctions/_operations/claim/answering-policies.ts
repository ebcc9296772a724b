import { answerOf } from '../../../shared/claim/answering';
import type { Member } from '../../../shared/household/member.schema';
import { isCoveredAt } from '../../../shared/policy/cover-period';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { EpochMs } from '../../../shared/time/china-day';
import type { Workshop } from '../../_core/operation';
import { allCoversHeld } from '../policy/covers-held';
import { nameKeyOf, personKeyOf } from '../policy/person-key';

/** More than any household ever held. */
const MOST_POLICIES = 100;

type Reader = Pick<Workshop, 'read' | 'vault'>;
type Person = Pick<Member, 'name' | 'idNumber'>;

/** By their start, then as they were issued: in which order they pay does not depend on how they were found. */
const inOrder = (policies: readonly Policy[]): Policy[] =>
  [...policies].sort(
    (one, other) =>
      one.startAt - other.startAt || one.issuedAt - other.issuedAt || (one.number < other.number ? -1 : 1),
  );

/** A household's policies on which a person stands, whatever has become of them; one read. */
export const ownPoliciesOf = async (
  { read, vault }: Reader,
  householdId: string,
  { idNumber }: Pick<Person, 'idNumber'>,
): Promise<Policy[]> => {
  const personKey = personKeyOf(vault, idNumber);
  const policies = await read.policies.find({
    where: { householdId },
    orderBy: [['startAt', 'desc']],
    limit: MOST_POLICIES,
  });
  return inOrder(policies.filter(({ insured }) => insured.some((one) => one.personKey === personKey)));
};

/**
 * Policies of other households that answer for a person at an instant: an employer's, a township's, a grandparent's. They
 * are found by name and number together, never by the number alone; two reads. Source: domain R5.
 */
export const othersPoliciesOf = async (
  { read, vault }: Reader,
  householdId: string,
  { name, idNumber }: Person,
  at: EpochMs,
): Promise<Policy[]> => {
  const nameKey = nameKeyOf(vault, name, idNumber);
  const everything =
    (await allCoversHeld({ read, vault }, [{ name, idNumber, child: null }])).get(idNumber) ?? [];
  const covers = everything.filter((cover) => cover.nameKey === nameKey);
  const held = covers.flatMap(({ periods }) => periods.filter((period) => isCoveredAt(period, at)));
  const ids = [...new Set(held.map(({ policyId }) => policyId))];
  if (ids.length === 0) return [];
  const policies = await read.policies.find({ where: { id: { in: ids } }, limit: ids.length });
  const personKey = personKeyOf(vault, idNumber);
  return inOrder(
    policies.filter(
      (policy) => policy.householdId !== householdId && answerOf(policy, personKey, at) === 'answers',
    ),
  );
};

/**
 * Every policy that answers for a person at an instant: the household's own first, each group by its start. Those of one
 * county are decided in one case (`decidedTogether`). Reads: policies, person covers. Source: domain R10, R14.
 */
export const answeringPolicies = async (
  reader: Reader,
  householdId: string,
  person: Person,
  at: EpochMs,
): Promise<Policy[]> => {
  const personKey = personKeyOf(reader.vault, person.idNumber);
  const [own, others] = await Promise.all([
    ownPoliciesOf(reader, householdId, person),
    othersPoliciesOf(reader, householdId, person, at),
  ]);
  return [...own.filter((policy) => answerOf(policy, personKey, at) === 'answers'), ...others];
};
