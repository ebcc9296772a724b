import { AppError, refuseFaults, type Place } from '../../../shared/errors/app-error';
import type { ErrorCode } from '../../../shared/errors/catalogue';
import { checkFamily, mustSign } from '../../../shared/household/eligibility';
import type { Household } from '../../../shared/household/household.schema';
import { asEntered, type Member } from '../../../shared/household/member.schema';
import { normaliseIdNumber } from '../../../shared/identity/id-number';
import { correctInsured } from '../../../shared/policy/correct-insured.contract';
import { isCorrectable } from '../../../shared/policy/correction';
import { copiesFreeIn } from '../../../shared/policy/copies-held';
import type { Insured, MinorCover, PersonCover, Policy } from '../../../shared/policy/policy.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import { chinaDayOf } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import { operation } from '../../_core/operation';
import type { Vault } from '../../_core/vault';
import { periodOf, uncovered } from '../order/new-policy';
import { planOf } from '../product/sale-plan';
import { countTry } from './already-insured';
import { capFaultsOf, coverMinors, minorCoversOf, type MinorCovers } from './minor-covers';
import { ownPolicy, refuseIfOver } from './own-policy';
import { continuingOn } from './person-covers';
import { nameKeyOf, personCoverIdOf, personKeyOf } from './person-key';
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

const without = <T extends PersonCover | MinorCover>(cover: T, policy: Policy): T => ({
  ...cover,
  periods: cover.periods.filter(({ policyId }) => policyId !== policy.id),
});

/**
 * Counts the share under the law's cap of the person as they are, and no more of the person as they were written.
 * Throws MINOR_COVER_EXCEEDED to who knows name and number, CORRECTION_BY_PHONE otherwise. Source: domain R5, R27.
 */
const moveMinorCover = async (
  tx: WriteStores,
  vault: Vault,
  policy: Policy,
  before: Insured,
  after: Member,
): Promise<void> => {
  const left = (await minorCoversOf(tx, vault, [before], policy)).get(before.idNumber);
  const isSame = before.idNumber === after.idNumber;
  const found = isSame ? left : (await minorCoversOf(tx, vault, [after], policy)).get(after.idNumber);
  if (left && !isSame) await tx.minorCovers.put(without(left, policy));
  if (!found) return;
  const others = without(found, policy);
  const nameKey = nameKeyOf(vault, after.name, after.idNumber);
  const own = others.periods.length > 0 ? others : { ...others, nameKey };
  const minors: MinorCovers = new Map([[after.idNumber, own]]);
  const person = { ...after, accidentShareFen: before.accidentShareFen };
  const faults = capFaultsOf(minors, [person], policy);
  if (faults.length > 0 && own.nameKey !== nameKey) throw new AppError('CORRECTION_BY_PHONE');
  refuseFaults(faults.map((fault) => ({ ...fault, path: 'idNumber' })));
  await coverMinors(tx, minors, policy, [person]);
};

/**
 * Takes the cover from the person as they were written and gives it to the person as they are. Throws
 * MEMBER_ALREADY_INSURED and MINOR_COVER_EXCEEDED to who knows name and number, CORRECTION_BY_PHONE otherwise.
 * Source: domain R5, R27.
 */
const moveCover = async (
  tx: WriteStores,
  vault: Vault,
  policy: Policy,
  before: Insured,
  after: Member,
  { maxCopies }: Pick<Plan, 'maxCopies'>,
): Promise<void> => {
  const idBefore = personCoverIdOf(vault, before.idNumber, policy.line);
  const idAfter = personCoverIdOf(vault, after.idNumber, policy.line);
  const nameKey = nameKeyOf(vault, after.name, after.idNumber);
  const left = await tx.personCovers.get(idBefore);
  if (left) await tx.personCovers.put(without(left, policy));
  const found = idAfter === idBefore ? left && without(left, policy) : await tx.personCovers.get(idAfter);
  const others = found?.periods ?? [];
  if (copiesFreeIn(others, policy, maxCopies) < policy.copies) {
    throw new AppError(found?.nameKey === nameKey ? 'MEMBER_ALREADY_INSURED' : 'CORRECTION_BY_PHONE');
  }
  await tx.personCovers.put({
    ...uncovered(vault, policy.line, after),
    // What other policies say of this person stays what it was.
    nameKey: others.length > 0 ? (found?.nameKey ?? nameKey) : nameKey,
    periods: [...others, periodOf(policy, before)],
  });
  await moveMinorCover(tx, vault, policy, before, after);
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

/**
 * Puts the name or the ID number of an insured person right before cover starts; on a gift also in the days after its
 * family has opened it, unless somebody has ever claimed, be it at the same moment.
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
  const { planId } = await ownPolicy(read, caller, input.policyId);
  const plan = await planOf(context, planId);
  const stored = once(async (tx) => {
    const policy = await ownPolicy(tx, caller, input.policyId);
    refuseIfOver(policy, at);
    if (!isCorrectable(policy, at)) throw new AppError('COVER_STARTED');
    const before = policy.insured[personIndex];
    if (!before) throw new AppError('PERSON_NOT_INSURED');
    const order = await tx.orders.get(policy.orderId);
    const sold = order?.members[personIndex] ?? before;
    const continuing = await continuingOn(tx, vault, policy);
    const after = corrected(
      policy,
      personIndex,
      sold,
      { name, idNumber },
      {
        plan,
        continuing,
        holder: order?.holder ?? null,
      },
    );
    await moveCover(tx, vault, policy, before, after, plan);
    const changed: Policy = {
      ...policy,
      insured: policy.insured.map((person, index) =>
        index === personIndex
          ? { ...person, ...after, personKey: personKeyOf(vault, after.idNumber) }
          : person,
      ),
      corrections: [
        ...policy.corrections,
        { at, personIndex, before: namesOf(before), after: namesOf(after) },
      ],
    };
    await tx.policies.put(changed);
    const household = await tx.households.get(policy.householdId);
    if (household) await tx.households.put(rememberedWith(household, before, after, at));
    await tx.messages.create(policyCorrectedMessage(changed, after.name, at));
    await appendAudit(tx, { action: 'policy.corrected', record: changed, actor: caller.householdId, at });
    return changed;
  });
  try {
    return { policy: toPolicyView(await stored, plan, at) };
  } catch (thrown) {
    if (thrown instanceof AppError && TELLS_OF_OTHERS.has(thrown.code)) await countTry(context, caller);
    throw thrown;
  }
});
