import { AppError, refuseFaults, type Place } from '../../../shared/errors/app-error';
import type { ErrorCode } from '../../../shared/errors/catalogue';
import { checkFamily } from '../../../shared/household/eligibility';
import { isGrandchild } from '../../../shared/household/insurable-interest';
import { asEntered, type Member, type MemberInput } from '../../../shared/household/member.schema';
import { addNewborn } from '../../../shared/policy/add-newborn.contracts';
import { copiesFreeIn } from '../../../shared/policy/copies-held';
import { NOTHING_PAID, type Insured, type Policy } from '../../../shared/policy/policy.schema';
import { benefitOf } from '../../../shared/product/benefits';
import type { Plan } from '../../../shared/product/plan.schema';
import { EMPTY_TALLY, type FigureEvent } from '../../../shared/report/figures';
import { chinaDayOf, monthOf, startOfChinaDay } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import { deriveId } from '../../_core/ids';
import { operation } from '../../_core/operation';
import type { Vault } from '../../_core/vault';
import { periodOf } from '../order/new-policy';
import { planOf } from '../product/sale-plan';
import { countTry } from './already-insured';
import { capFaultsOf, coverMinors, minorCoversOf } from './minor-covers';
import { refuseIfShared, withNewborn, type WithNewborn } from './newborn-plan';
import { heldCover } from './held-cover';
import { ownPolicy } from './own-policy';
import { coveredOn } from './person-covers';
import { nameKeyOf, personKeyOf } from './person-key';
import { newbornAddedMessage } from './policy-messages';
import { toPolicyView } from './policy-views';

/** Faults of one member, as faults of the form. */
const atTheForm = (faults: readonly Place[], prefix: string): Place[] =>
  faults.flatMap((fault) =>
    fault.path.startsWith(prefix) ? [{ ...fault, path: fault.path.replace(prefix, 'child.') }] : [],
  );

/** The child as it will stand on the policy; every fault of it at the form. Throws them. Source: domain R1, R2, R28. */
const checkedChild = (
  policy: Policy,
  child: MemberInput,
  plan: Plan,
  { startDay, bornFrom }: WithNewborn,
): Member => {
  const position = policy.insured.length;
  const { members, faults } = checkFamily([...policy.insured.map(asEntered), child], startDay, plan);
  const own = `members.${String(position)}.`;
  refuseFaults(atTheForm(faults, own));
  const member = members[position];
  if (!member) throw new Error('a child without faults is a member');
  const at = member.idKind === 'birthCertificate' ? 'child.birthDay' : 'child.idNumber';
  if (member.relation !== 'son' && member.relation !== 'daughter') {
    const message = isGrandchild(member)
      ? '孙辈要由孩子的父母确认，请在续保时加，或打客服电话。'
      : '中途只能加刚出生的儿子或女儿。';
    refuseFaults([{ path: 'child.relation', code: 'RELATION_INVALID', message }]);
  }
  if (member.birthDay < bornFrom) refuseFaults([{ path: at, code: 'NOT_A_NEWBORN' }]);
  return member;
};

/**
 * Counts the child's share under the law's cap. Throws MINOR_COVER_EXCEEDED, with the sums to who knows name and number.
 * Source: domain R5, R27.
 */
const countUnderCap = async (
  tx: WriteStores,
  vault: Vault,
  policy: Pick<Policy, 'id' | 'householdId' | 'startAt' | 'endAt'>,
  child: Member & Pick<Insured, 'accidentShareFen'>,
): Promise<void> => {
  const minors = await minorCoversOf(tx, vault, [child], policy);
  const faults = atTheForm(capFaultsOf(minors, [child], policy), 'members.0.');
  const [byNumber] = minors.get(child.idNumber)?.records ?? [];
  const isKnown = byNumber?.nameKey === nameKeyOf(vault, child.name, child.idNumber);
  refuseFaults(isKnown ? faults : faults.map(({ path, code }) => ({ path, code })));
  await coverMinors(tx, minors, policy, [child]);
};

/** Gives the child its cover under the plan. Throws MEMBER_ALREADY_INSURED, MINOR_COVER_EXCEEDED. Source: domain R5, R27. */
const coverChild = async (
  tx: WriteStores,
  vault: Vault,
  policy: Policy,
  child: Member,
  {
    startAt,
    maxCopies,
    accidentShareFen,
  }: Pick<Insured, 'accidentShareFen'> & {
    readonly startAt: number;
    readonly maxCopies: number;
  },
): Promise<void> => {
  const { periods, records } = await heldCover(tx, vault, policy.line, coveredOn(policy, child));
  const added = { ...periodOf(policy, { accidentShareFen }), startAt };
  if (copiesFreeIn(periods, added, maxCopies) < policy.copies) {
    throw new AppError('MEMBER_ALREADY_INSURED', {
      places: [{ path: 'child.idNumber', code: 'MEMBER_ALREADY_INSURED' }],
    });
  }
  for (const record of records) {
    await tx.personCovers.put({ ...record, periods: [...record.periods, added] });
  }
  await countUnderCap(tx, vault, { ...policy, startAt }, { ...child, accidentShareFen });
};

/** Answers that tell what somebody holds: so many a day. Source: domain R5. */
const TELLS_WHAT_IS_HELD: ReadonlySet<ErrorCode> = new Set([
  'MEMBER_ALREADY_INSURED',
  'MINOR_COVER_EXCEEDED',
]);

const extended = (
  policy: Policy,
  child: Member,
  { persons, startDay }: WithNewborn,
  { at, personKey }: { readonly at: number; readonly personKey: string },
): Policy => ({
  ...policy,
  insured: [
    ...policy.insured.map((person, position) => ({ ...person, ...benefitOf(persons, position) })),
    {
      ...child,
      personKey,
      ...benefitOf(persons, policy.insured.length),
      ...NOTHING_PAID,
      consent: { at, by: 'parent' },
    },
  ],
  additions: [
    ...policy.additions,
    {
      at,
      startAt: startOfChinaDay(startDay),
      sharesBefore: policy.insured.map(({ accidentShareFen }) => accidentShareFen),
    },
  ],
});

/** One more is insured from now on; a cancellation before the start takes the child off again with the others. */
const extendedEvent = ({ id, regionCode, additions }: Policy, at: number): FigureEvent => ({
  id: deriveId('evt', 'policyExtended', id, String(additions.length)),
  kind: 'policyExtended',
  subject: id,
  regionCode,
  month: monthOf(chinaDayOf(at)),
  at,
  adds: { ...EMPTY_TALLY, insured: 1 },
  folded: false,
});

/**
 * Lists a newborn of the holder on a policy in force, without a premium: the accident sum is split among one more from
 * the child's first day, and whatever happened before that day still counts by the shares of then.
 * Guarantees: refused while a death or disability claim is open or paid, also one that is filed at the same moment; policy, the child's own cover, the remembered
 * family, figures, audit and the message are stored together or not at all; shares still add up to the sum; who was listed when
 * stays on the policy; no money moves.
 * Reads and writes: plans; claims, policies, person and minor covers, households, figure events, messages, audit in one transaction; tries.
 * Errors: those of the contract. Source: domain R1, R3, R4, R5, R26, R27.
 */
export const addNewbornOperation = operation(addNewborn, async (context) => {
  const { input, caller, read, once, ports, vault } = context;
  const at = ports.clock.now();
  const { planId } = await ownPolicy(read, caller, input.policyId);
  const plan = await planOf(context, planId);
  const stored = once(async (tx) => {
    const policy = await ownPolicy(tx, caller, input.policyId);
    await refuseIfShared(tx, policy);
    const change = withNewborn(policy, plan, at);
    const child = checkedChild(policy, input.child, plan, change);
    const startAt = startOfChinaDay(change.startDay);
    const { accidentShareFen } = benefitOf(change.persons, policy.insured.length);
    await coverChild(tx, vault, policy, child, { startAt, maxCopies: plan.maxCopies, accidentShareFen });
    const changed = extended(policy, child, change, { at, personKey: personKeyOf(vault, child.idNumber) });
    await tx.policies.put(changed);
    const household = await tx.households.get(policy.householdId);
    if (household) {
      const members = [...household.members.filter(({ idNumber }) => idNumber !== child.idNumber), child];
      await tx.households.put({ ...household, members, updatedAt: at });
    }
    await tx.figureEvents.create(extendedEvent(changed, at));
    await tx.messages.create(newbornAddedMessage(changed, child.name, change.startDay, at));
    await appendAudit(tx, { action: 'policy.extended', record: changed, actor: caller.householdId, at });
    return changed;
  });
  try {
    return { policy: toPolicyView(await stored, plan, at) };
  } catch (thrown) {
    if (thrown instanceof AppError && TELLS_WHAT_IS_HELD.has(thrown.code)) await countTry(context, caller);
    throw thrown;
  }
});
