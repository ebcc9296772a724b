import { writtenName } from '../../../shared/contract/words';
import { AppError, refuseFaults, type Place } from '../../../shared/errors/app-error';
import type { ErrorCode } from '../../../shared/errors/catalogue';
import { checkFamily, mustSign } from '../../../shared/household/eligibility';
import type { Household } from '../../../shared/household/household.schema';
import { asEntered, member, type Member } from '../../../shared/household/member.schema';
import { normaliseIdNumber } from '../../../shared/identity/id-number';
import { correctInsured } from '../../../shared/policy/correct-insured.contract';
import { isCorrectable } from '../../../shared/policy/correction';
import { childNumberFaults, recordsIdNumber } from '../../../shared/policy/record-id-number';
import type { Insured, Policy } from '../../../shared/policy/policy.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import { chinaDayOf } from '../../../shared/time/china-day';
import { z } from '../../../shared/zod';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import { operation, type Workshop } from '../../_core/operation';
import type { Vault } from '../../_core/vault';
import { ownPoliciesOf } from '../claim/answering-policies';
import { planOf } from '../product/sale-plan';
import { countTry } from './already-insured';
import { claimsUnder } from './claims-under';
import { moveCover } from './move-cover';
import { ownPolicy, refuseIfOver } from './own-policy';
import { continuingOn } from './person-covers';
import { personKeyOf } from './person-key';
import { policyCorrectedMessage } from './policy-messages';
import { toPolicyView } from './policy-views';

type Named = Pick<Member, 'name' | 'idNumber'>;
const namesOf = ({ name, idNumber }: Named): Named => ({ name, idNumber });

/** A fault of the family as a fault of the form: its person is the only one that changed. */
const atTheForm = (fault: Place): Place => ({ ...fault, path: fault.path.replace(/^members\.\d+\./, '') });

/**
 * The person as they will stand on the policy, checked with the whole family as at the sale. One of name and number
 * must still be as it was sold: otherwise it would be another person, who never consented. Source: domain R1, R26, R28.
 */
const corrected = (
  policy: Policy,
  personIndex: number,
  sold: Named,
  to: { name: string; idNumber: string | undefined },
  { plan, continuing, holder }: { plan: Plan; continuing: ReadonlySet<string>; holder: Member | null },
): Member => {
  const before = policy.insured[personIndex];
  if (!before) throw new AppError('PERSON_NOT_INSURED');
  const startDay = chinaDayOf(policy.startAt);
  const family = policy.insured.map((person, index) => ({
    ...asEntered(person),
    ...(index === personIndex ? { name: to.name, idNumber: to.idNumber ?? person.idNumber } : {}),
  }));
  const numbers = new Set([
    ...continuing,
    ...(continuing.has(before.idNumber) ? [normaliseIdNumber(to.idNumber ?? '')] : []),
  ]);
  const { members, faults } = checkFamily(family, startDay, plan, numbers, holder ?? undefined);
  refuseFaults(faults.map(atTheForm));
  const after = members[personIndex];
  if (!after) throw new AppError('PERSON_NOT_INSURED');
  if (after.name === before.name && after.idNumber === before.idNumber) {
    throw new AppError('NOTHING_TO_CORRECT');
  }
  if (after.name !== sold.name && after.idNumber !== sold.idNumber) {
    throw new AppError('CORRECTION_OTHER_PERSON');
  }
  if (mustSign(after, startDay) && !mustSign(before, startDay)) {
    const message = '按这个证件号已满 18 岁，要本人签名。请先退保，再重新买。';
    throw new AppError('SIGNATURE_MISSING', {
      message,
      places: [{ path: 'idNumber', code: 'SIGNATURE_MISSING', message }],
    });
  }
  return after;
};

/** The person put right by all that the sale asked for, read in the transaction. */
const correctedOf = async (
  tx: WriteStores,
  vault: Vault,
  policy: Policy,
  personIndex: number,
  { plan, ...to }: { readonly name: string; readonly idNumber: string | undefined; readonly plan: Plan },
): Promise<Member> => {
  const order = await tx.orders.get(policy.orderId);
  const sold = order?.members[personIndex] ?? policy.insured[personIndex];
  if (!sold) throw new AppError('PERSON_NOT_INSURED');
  const continuing = await continuingOn(tx, vault, policy);
  return corrected(policy, personIndex, sold, to, { plan, continuing, holder: order?.holder ?? null });
};

/** Answers that tell what somebody holds: so many a day. Source: domain R5. */
const TELLS_OF_OTHERS: ReadonlySet<ErrorCode> = new Set([
  'MEMBER_ALREADY_INSURED',
  'MINOR_COVER_EXCEEDED',
  'CORRECTION_BY_PHONE',
]);

/** The family as remembered for next year, with the person as they are. */
const rememberedWith = (household: Household, before: Named, after: Member, at: number): Household => ({
  ...household,
  members: household.members.map((member) =>
    member.idNumber === before.idNumber ? { ...after, relation: member.relation } : member,
  ),
  updatedAt: at,
});

/** Who is put right on which policy, and by what its plan allows. */
interface Corrected {
  readonly policy: Policy;
  readonly plan: Plan;
  readonly before: Insured;
  readonly after: Member;
}

interface Correcting {
  readonly vault: Vault;
  readonly at: number;
}

/** Stores the person as they are: policy, cover, audit. */
const storeCorrected = async (
  tx: WriteStores,
  { policy, plan, before, after }: Corrected,
  { vault, at }: Correcting,
): Promise<Policy> => {
  await moveCover(tx, vault, policy, before, after, plan);
  const personIndex = policy.insured.indexOf(before);
  const changed: Policy = {
    ...policy,
    insured: policy.insured.map((person) =>
      person === before ? { ...person, ...after, personKey: personKeyOf(vault, after.idNumber) } : person,
    ),
    corrections: [...policy.corrections, { at, personIndex, before: namesOf(before), after: namesOf(after) }],
  };
  await tx.policies.put(changed);
  await appendAudit(tx, { action: 'policy.corrected', record: changed, actor: policy.householdId, at });
  return changed;
};

/**
 * The child as it will stand on a policy under its ID number: the same child, on any day of the year. Throws
 * CHILD_HAS_CLAIM, because a claim knows its person by the number. Source: domain R28.
 */
const numbered = async (
  tx: WriteStores,
  policy: Policy,
  before: Insured,
  { name, idNumber }: { readonly name: string; readonly idNumber: string },
): Promise<Member> => {
  refuseFaults(childNumberFaults(policy, before, idNumber));
  if (writtenName(name) !== before.name) throw new AppError('CORRECTION_OTHER_PERSON');
  const claims = await claimsUnder(tx, policy);
  if (claims.some(({ personKey }) => personKey === before.personKey)) throw new AppError('CHILD_HAS_CLAIM');
  return {
    ...z.parse(z.object(member.shape), before),
    idKind: 'idCard',
    idNumber: normaliseIdNumber(idNumber),
  };
};

/** The household's other policies in force that list the same child by its birth certificate, with their plans. */
const othersWith = async (
  context: Workshop,
  { id, householdId }: Policy,
  child: Insured,
): Promise<{ readonly policyId: string; readonly plan: Plan }[]> => {
  const now = context.ports.clock.now();
  const own = await ownPoliciesOf(context, householdId, child);
  const others = own.filter((policy) => policy.id !== id && policy.state === 'issued' && now < policy.endAt);
  return Promise.all(
    others.map(async (policy) => ({ policyId: policy.id, plan: await planOf(context, policy.planId) })),
  );
};

/**
 * Puts the name or the ID number of an insured person right before cover starts; on a gift also in the days after its
 * family has opened it, unless somebody has ever claimed, be it at the same moment. A child insured by birth certificate
 * gets its ID number any day, on every policy of the household that lists it, unless it has a claim.
 * Guarantees: the whole family is checked again as at the sale; policy, cover of the person under the old and the new
 * number, the remembered family, audit and the message are stored together or not at all; old and new stay on the
 * policy, sealed; the answer that somebody is insured already counts as one of the day's tries.
 * Reads and writes: plans; policies, orders, person and minor covers, households, messages, audit in one transaction; tries.
 * Errors: those of the contract. Source: domain R1, R5, R26, R27, R28.
 */
export const correctInsuredOperation = operation(correctInsured, async (context) => {
  const { input, caller, read, once, ports, vault } = context;
  const { personIndex, name, idNumber } = input;
  const at = ports.clock.now();
  const known = await ownPolicy(read, caller, input.policyId);
  const plan = await planOf(context, known.planId);
  const child = known.insured[personIndex];
  const others = child && recordsIdNumber(child, idNumber) ? await othersWith(context, known, child) : [];
  const stored = once(async (tx) => {
    const policy = await ownPolicy(tx, caller, input.policyId);
    refuseIfOver(policy, at);
    const before = policy.insured[personIndex];
    if (!before) throw new AppError('PERSON_NOT_INSURED');
    const isNumbered = idNumber !== undefined && recordsIdNumber(before, idNumber);
    if (!isNumbered && !isCorrectable(policy, at)) throw new AppError('COVER_STARTED');
    const after = isNumbered
      ? await numbered(tx, policy, before, { name, idNumber })
      : await correctedOf(tx, vault, policy, personIndex, { name, idNumber, plan });
    const changed = await storeCorrected(tx, { policy, plan, before, after }, { vault, at });
    for (const other of isNumbered ? others : []) {
      const own = await ownPolicy(tx, caller, other.policyId);
      const same = own.insured.find(({ personKey }) => personKey === before.personKey);
      if (!same || own.state === 'cancelled') continue;
      const again = await numbered(tx, own, same, { name, idNumber: after.idNumber });
      await storeCorrected(tx, { policy: own, plan: other.plan, before: same, after: again }, { vault, at });
    }
    const household = await tx.households.get(policy.householdId);
    if (household) await tx.households.put(rememberedWith(household, before, after, at));
    await tx.messages.create(policyCorrectedMessage(changed, after.name, at));
    return changed;
  });
  try {
    return { policy: toPolicyView(await stored, plan, at) };
  } catch (thrown) {
    if (thrown instanceof AppError && TELLS_OF_OTHERS.has(thrown.code)) await countTry(context, caller);
    throw thrown;
  }
});
