import type { Member } from '../../../shared/household/member.schema';
import type { CoverPeriod } from '../../../shared/policy/cover-period';
import { heldTogether } from '../../../shared/policy/known-by-birth';
import type { Policy } from '../../../shared/policy/policy.schema';
import { chinaDayOf } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import type { Vault } from '../../_core/vault';
import { coveredIn, heldCover, type CoveredPerson } from './held-cover';
import { heldMinor, isMinorOn } from './minor-covers';

/** The periods of a person with one policy's cut at its end, or gone when nothing of it is left. */
const endedWith = <T extends CoverPeriod & { readonly policyId: string }>(
  periods: readonly T[],
  policyId: string,
  end: CoverPeriod['endAt'],
): T[] =>
  periods.flatMap((period) => {
    if (period.policyId !== policyId) return [period];
    return period.startAt < end ? [{ ...period, endAt: end }] : [];
  });

/** How the cover of somebody on a policy is found. */
export const coveredOn = ({ householdId, startAt }: Policy, person: Member): CoveredPerson =>
  coveredIn(householdId, person, chinaDayOf(startAt));

/** Ends a policy's cover of everybody on it, so that they can be insured again from then on. Source: domain R5, R27. */
export const endCovers = async (tx: WriteStores, vault: Vault, policy: Policy): Promise<void> => {
  const { id, endAt } = policy;
  const isOn = ({ periods }: { readonly periods: readonly { readonly policyId: string }[] }): boolean =>
    periods.some(({ policyId }) => policyId === id);
  for (const person of policy.insured) {
    const known = coveredOn(policy, person);
    for (const record of (await heldCover(tx, vault, policy.line, known)).records.filter(isOn)) {
      await tx.personCovers.put({ ...record, periods: endedWith(record.periods, id, endAt) });
    }
    if (!isMinorOn(person, policy)) continue;
    for (const record of (await heldMinor(tx, vault, known)).records.filter(isOn)) {
      await tx.minorCovers.put({ ...record, periods: endedWith(record.periods, id, endAt) });
    }
  }
};

/** The record by birth with what the one by number says of a policy; undefined where there is nothing to write. */
const withPolicy = <R extends { readonly periods: { readonly policyId: string }[] }>(
  [byNumber, byBirth]: readonly R[],
  policyId: string,
): R | undefined => {
  const periods = byNumber?.periods.filter((period) => period.policyId === policyId) ?? [];
  return byBirth && { ...byBirth, periods: heldTogether([byBirth, { periods }]) };
};

/** Knows the small children of a policy by birth too, from when a household takes it over. Source: domain R5, R27, R28. */
export const coverByBirth = async (tx: WriteStores, vault: Vault, policy: Policy): Promise<void> => {
  for (const person of policy.insured) {
    const known = coveredOn(policy, person);
    if (!known.child) continue;
    const cover = withPolicy((await heldCover(tx, vault, policy.line, known)).records, policy.id);
    const minor = withPolicy((await heldMinor(tx, vault, known)).records, policy.id);
    if (cover) await tx.personCovers.put(cover);
    if (minor) await tx.minorCovers.put(minor);
  }
};

/** ID numbers of those on a policy whose cover went on without a gap when it began: they may be older. Source: domain R1. */
export const continuingOn = async (tx: WriteStores, vault: Vault, policy: Policy): Promise<Set<string>> => {
  const continuing = new Set<string>();
  for (const person of policy.insured) {
    const { periods } = await heldCover(tx, vault, policy.line, coveredOn(policy, person));
    if (periods.some(({ endAt }) => endAt === policy.startAt)) continuing.add(person.idNumber);
  }
  return continuing;
};
