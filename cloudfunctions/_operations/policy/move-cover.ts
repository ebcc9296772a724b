import { AppError, refuseFaults } from '../../../shared/errors/app-error';
import type { Member } from '../../../shared/household/member.schema';
import { copiesFreeIn } from '../../../shared/policy/copies-held';
import { heldTogether } from '../../../shared/policy/known-by-birth';
import type { Insured, MinorCover, PersonCover, Policy } from '../../../shared/policy/policy.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import type { WriteStores } from '../../_stores/stores';
import type { Vault } from '../../_core/vault';
import { periodOf } from '../order/new-policy';
import { heldCover } from './held-cover';
import { capFaultsOf, coverMinors, minorCoversOf, type MinorCovers } from './minor-covers';
import { coveredOn } from './person-covers';
import { nameKeyOf } from './person-key';

const without = <T extends PersonCover | MinorCover>(cover: T, policy: Pick<Policy, 'id'>): T => ({
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
  policy: Pick<Policy, 'id' | 'householdId' | 'startAt' | 'endAt'>,
  before: Insured,
  after: Member,
): Promise<void> => {
  const left = (await minorCoversOf(tx, vault, [before], policy)).get(before.idNumber);
  const found = (await minorCoversOf(tx, vault, [after], policy)).get(after.idNumber);
  const others = (found?.records ?? []).map((record) => without(record, policy));
  for (const record of left?.records ?? []) {
    if (!others.some(({ id }) => id === record.id)) await tx.minorCovers.put(without(record, policy));
  }
  const [byNumber, ...byBirth] = others;
  if (!byNumber) return;
  const nameKey = nameKeyOf(vault, after.name, after.idNumber);
  const own = byNumber.periods.length > 0 ? byNumber : { ...byNumber, nameKey };
  const held = { periods: heldTogether(others), records: [own, ...byBirth] };
  const minors: MinorCovers = new Map([[after.idNumber, held]]);
  const person = { ...after, accidentShareFen: before.accidentShareFen };
  const faults = capFaultsOf(minors, [person], policy);
  if (faults.length > 0 && own.nameKey !== nameKey) throw new AppError('CORRECTION_BY_PHONE');
  refuseFaults(faults.map((fault) => ({ ...fault, path: 'idNumber' })));
  await coverMinors(tx, minors, policy, [person]);
};

/**
 * Takes the cover from the person as they were written and gives it to the person as they are, since when they have it.
 * Throws MEMBER_ALREADY_INSURED and MINOR_COVER_EXCEEDED to who knows name and number, CORRECTION_BY_PHONE otherwise.
 * Source: domain R5, R27.
 */
export const moveCover = async (
  tx: WriteStores,
  vault: Vault,
  policy: Policy,
  before: Insured,
  after: Member,
  { maxCopies }: Pick<Plan, 'maxCopies'>,
): Promise<void> => {
  const left = await heldCover(tx, vault, policy.line, coveredOn(policy, before));
  const found = await heldCover(tx, vault, policy.line, coveredOn(policy, after));
  const period = left.periods.find(({ policyId }) => policyId === policy.id) ?? periodOf(policy, before);
  const others = found.records.map((record) => without(record, policy));
  const [byNumber] = others;
  const nameKey = nameKeyOf(vault, after.name, after.idNumber);
  // What other policies say of this person stays what it was.
  const isNamed = !byNumber || byNumber.periods.length === 0 || byNumber.nameKey === nameKey;
  if (copiesFreeIn(heldTogether(others), period, maxCopies) < policy.copies) {
    throw new AppError(isNamed ? 'MEMBER_ALREADY_INSURED' : 'CORRECTION_BY_PHONE');
  }
  for (const record of left.records) {
    if (!others.some(({ id }) => id === record.id)) await tx.personCovers.put(without(record, policy));
  }
  for (const record of others) {
    const known = record === byNumber && isNamed ? { ...record, nameKey } : record;
    await tx.personCovers.put({ ...known, periods: [...record.periods, period] });
  }
  const { startAt, endAt, accidentShareFen } = period;
  await moveMinorCover(tx, vault, { ...policy, startAt, endAt }, { ...before, accidentShareFen }, after);
};
