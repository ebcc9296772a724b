import type { CoverPeriod } from '../../../shared/policy/cover-period';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { WriteStores } from '../../_stores/stores';
import type { Vault } from '../../_core/vault';
import { isMinorOn } from './minor-covers';
import { personCoverIdOf, personKeyOf } from './person-key';

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

/** Ends a policy's cover of everybody on it, so that they can be insured again from then on. Source: domain R5, R27. */
export const endCovers = async (tx: WriteStores, vault: Vault, policy: Policy): Promise<void> => {
  const { id, endAt } = policy;
  for (const person of policy.insured) {
    const held = await tx.personCovers.get(personCoverIdOf(vault, person.idNumber, policy.line));
    if (held) await tx.personCovers.put({ ...held, periods: endedWith(held.periods, id, endAt) });
    if (!isMinorOn(person, policy)) continue;
    const minor = await tx.minorCovers.get(personKeyOf(vault, person.idNumber));
    if (minor) await tx.minorCovers.put({ ...minor, periods: endedWith(minor.periods, id, endAt) });
  }
};

/** ID numbers of those on a policy whose cover went on without a gap when it began: they may be older. Source: domain R1. */
export const continuingOn = async (tx: WriteStores, vault: Vault, policy: Policy): Promise<Set<string>> => {
  const continuing = new Set<string>();
  for (const { idNumber } of policy.insured) {
    const held = await tx.personCovers.get(personCoverIdOf(vault, idNumber, policy.line));
    if (held?.periods.some(({ endAt }) => endAt === policy.startAt)) continuing.add(idNumber);
  }
  return continuing;
};
