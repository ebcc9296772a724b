import type { Member } from '../../../shared/household/member.schema';
import type { Order } from '../../../shared/order/order.schema';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import type { Roster } from '../../../shared/roster/roster.schema';
import { arePledged, returnedFrom, sponsoredFen, usedFor } from '../../../shared/sponsor/shares';
import type { Sponsorship, SponsorShare } from '../../../shared/sponsor/sponsorship.schema';
import type { WriteStores } from '../../_stores/stores';
import type { Vault } from '../../_core/vault';
import { personKeyOf } from '../policy/person-key';
import { sponsorshipIdOf } from './sponsorship-id';

interface Around {
  readonly vault: Vault;
  readonly plan: Plan;
}

/** What others pay for the household of these people. */
export const sponsorshipOf = async (
  { sponsorships }: { readonly sponsorships: { get(id: string): Promise<Sponsorship | undefined> } },
  members: readonly Member[],
  { vault, plan }: Around,
): Promise<Sponsorship | undefined> => {
  const head = members.find(({ relation }) => relation === 'self');
  return head && sponsorships.get(sponsorshipIdOf(vault, personKeyOf(vault, head.idNumber), plan));
};

/** Changes what became of a roster's money, for each share that moved. */
const moveMoney = async (
  tx: WriteStores,
  shares: readonly SponsorShare[],
  moved: (share: SponsorShare, money: Roster['money']) => Roster['money'],
): Promise<void> => {
  for (const share of shares) {
    const roster = await tx.rosters.get(share.rosterId);
    if (!roster) throw new Error(`${share.rosterId} has a share and is not there`);
    await tx.rosters.put({ ...roster, money: moved(share, roster.money) });
  }
};

/**
 * Takes the sponsors' parts of an order for the policy that it becomes; false when a pledge is no longer there, and
 * nothing is written then. Source: domain R4, R11.
 */
export const spendShares = async (
  tx: WriteStores,
  order: Order,
  policyId: string,
  around: Around,
): Promise<boolean> => {
  if (sponsoredFen(order.payers) === 0) return true;
  const sponsorship = await sponsorshipOf(tx, order.members, around);
  if (!sponsorship || !arePledged(order.payers, sponsorship)) return false;
  const used = usedFor(sponsorship, order.payers, policyId);
  await tx.sponsorships.put(used);
  const taken = used.shares.filter((share) => share.state === 'used' && share.policyId === policyId);
  await moveMoney(tx, taken, ({ shareFen, usedFen }, money) => ({
    ...money,
    pledgedFen: money.pledgedFen - shareFen,
    usedFen: money.usedFen + usedFen,
  }));
  return true;
};

/** What a cancelled policy leaves of the sponsors' money is theirs again: on their roster, to be sent back. Source: domain R12. */
export const returnShares = async (
  tx: WriteStores,
  { id, cancellation }: Policy,
  order: Order,
  around: Around,
): Promise<void> => {
  if (!cancellation || sponsoredFen(order.payers) === 0) return;
  const sponsorship = await sponsorshipOf(tx, order.members, around);
  const used = sponsorship?.shares.filter((share) => share.state === 'used' && share.policyId === id) ?? [];
  if (!sponsorship || used.length === 0) throw new Error(`${id} was paid by shares that are not there`);
  await tx.sponsorships.put(returnedFrom(sponsorship, id));
  const backOf = ({ sponsorId }: SponsorShare): number =>
    cancellation.shares.find((share) => share.sponsorId === sponsorId)?.amountFen ?? 0;
  await moveMoney(tx, used, (share, money) => ({ ...money, returnedFen: money.returnedFen + backOf(share) }));
};
