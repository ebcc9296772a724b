import type { Claim } from '../../../shared/claim/claim.schema';
import { greenChannelOf } from '../../../shared/claim/green-channel';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { RosterBatch } from '../../../shared/roster/roster.schema';
import type { Workshop } from '../../_core/operation';
import type { Vault } from '../../_core/vault';
import { personKeyOf } from '../policy/person-key';

/** Rosters on which one person stands over the years. */
const MOST_BATCHES = 20;

/** The groups under which a person stands in a batch, where that came to a policy or to a share of one. */
const groupsIn = (vault: Vault, batch: RosterBatch, personKey: string) =>
  batch.households
    .filter((household, position) => {
      const outcome = batch.outcomes[position];
      return (
        (outcome?.kind === 'issued' || outcome?.kind === 'pledged') &&
        household.members.some(({ idNumber }) => personKeyOf(vault, idNumber) === personKey)
      );
    })
    .map(({ group }) => group);

/**
 * Why a new claim comes before others: a government pays for one of its policies, from a roster that names the person's
 * household as one in hardship. Null for all others. Reads: roster batches, only where a government pays.
 * Source: domain R11, R19.
 */
export const greenChannelAtFiling = async (
  { read, vault }: Pick<Workshop, 'read' | 'vault'>,
  policies: readonly Pick<Policy, 'payers'>[],
  personKey: string,
): Promise<Claim['greenChannel']> => {
  const isSponsored = policies.some(({ payers }) => payers.some(({ kind }) => kind === 'government'));
  if (!isSponsored) return null;
  const batches = await read.rosterBatches.find({ where: { personKeys: personKey }, limit: MOST_BATCHES });
  return greenChannelOf(batches.flatMap((batch) => groupsIn(vault, batch, personKey)));
};
