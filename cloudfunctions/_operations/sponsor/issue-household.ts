import { checkFamily } from '../../../shared/household/eligibility';
import { peopleContinuingOn } from '../../../shared/policy/continuing';
import type { Policy } from '../../../shared/policy/policy.schema';
import { coverStartDay } from '../../../shared/policy/cover-period';
import type { Roster, RosterHousehold, RosterOutcome } from '../../../shared/roster/roster.schema';
import type { SkipReason } from '../../../shared/sponsor/outcome-reasons';
import { doubledShare } from '../../../shared/sponsor/shares';
import type { Sponsorship, SponsorShare } from '../../../shared/sponsor/sponsorship.schema';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import {
  coversOf,
  isInsuredAlready,
  policyOf,
  storePolicy,
  type Covers,
  type Issuing,
} from '../order/new-policy';
import { capFaultsOf, isMinorOn, minorCoversOf, type MinorCovers } from '../policy/minor-covers';
import { nameKeyOf } from '../policy/person-key';
import { giftMessage, pledgeMessage } from './gift-messages';
import { giftOrder } from './gift-order';
import { sponsorIdOf, sponsorshipIdOf } from './sponsorship-id';

/** Who acts when a roster's policies are issued. */
export const ROSTER_ISSUER = 'issue-rosters';

/** What a household may cost in operations: cover and audit of each person and record, the money, who is told. */
export const operationsOf = ({ members }: RosterHousehold, at: number): number =>
  12 + 2 * members.length + 2 * members.filter((member) => isMinorOn(member, { startAt: at })).length;

const skipped = (reason: SkipReason): RosterOutcome => ({ kind: 'skipped', reason });

/** The WeChat identity that an earlier policy of the head belongs to, if there is one. */
const knownReader = async (
  tx: WriteStores,
  { members }: RosterHousehold,
  covers: Covers,
): Promise<string | undefined> => {
  const periods = covers.get(members[0]?.idNumber ?? '')?.periods ?? [];
  const last = periods[periods.length - 1];
  return last && ((await tx.policies.get(last.policyId))?.openid ?? undefined);
};

/** The record of what others pay for the household, with this roster's share on it. */
const withShare = (
  held: Sponsorship | undefined,
  { vault }: Issuing,
  roster: Roster,
  household: RosterHousehold,
  share: Pick<SponsorShare, 'state' | 'policyId' | 'usedFen'>,
): Sponsorship => {
  const [head] = household.members;
  if (!head) throw new Error(`household ${household.number} of ${roster.id} has no head`);
  return {
    id: sponsorshipIdOf(vault, household.headKey, roster),
    nameKey: nameKeyOf(vault, head.name, head.idNumber),
    shares: [
      ...(held?.shares ?? []),
      {
        kind: roster.sponsor.kind,
        sponsorId: sponsorIdOf(roster.countyCode, roster.sponsor),
        name: roster.sponsor.name,
        rosterId: roster.id,
        shareFen: household.shareFen,
        ...share,
      },
    ],
  };
};

/** A policy that the sponsor pays whole: nobody has opened it yet. */
const issueGift = async (
  tx: WriteStores,
  roster: Roster,
  household: RosterHousehold,
  {
    covers,
    minors,
    policy,
    held,
    issuing,
  }: {
    readonly covers: Covers;
    readonly minors: MinorCovers;
    readonly policy: Policy;
    readonly held: Sponsorship | undefined;
    readonly issuing: Issuing;
  },
): Promise<void> => {
  const { vault, plan, at } = issuing;
  const sponsorship = withShare(held, issuing, roster, household, {
    state: 'used',
    policyId: policy.id,
    usedFen: household.premiumFen,
  });
  await tx.sponsorships.put(sponsorship);
  const order = { ...giftOrder(vault, roster, household, policy.payers, at), policyId: policy.id };
  await tx.orders.create(order);
  await appendAudit(tx, { action: 'order.issued', record: order, actor: ROSTER_ISSUER, at, first: true });
  const gift: Policy = { ...policy, giftKey: sponsorship.nameKey, nextReminderAt: null };
  await storePolicy(tx, gift, { covers, minors }, { at, actor: ROSTER_ISSUER });
  const reader = await knownReader(tx, household, covers);
  if (reader !== undefined) await tx.messages.create(giftMessage(gift, plan, roster.sponsor, reader, at));
};

/**
 * Gives a household of a roster what its sponsor pays for: a policy when that is all of the premium, otherwise the
 * promise of a part when the family buys. A household that is insured by now, that another body pays for, that has
 * outgrown the plan, or whose child would pass the law's cap is skipped with the reason, and its money stays the sponsor's.
 * Guarantees: order, policy, covers, share, ledger, figures and audit in the caller's transaction; what was decided is
 * answered and must be written there too. Source: domain R1, R4, R5, R11, R27.
 */
export const issueHousehold = async (
  tx: WriteStores,
  roster: Roster,
  household: RosterHousehold,
  issuing: Issuing,
): Promise<RosterOutcome> => {
  const { vault, plan, at } = issuing;
  const id = sponsorshipIdOf(vault, household.headKey, roster);
  const held = await tx.sponsorships.get(id);
  if (doubledShare(held, roster.sponsor.kind)) return skipped('doubleSubsidy');
  const startDay = coverStartDay(at, roster.campaignStartDay ?? undefined);
  const covers = await coversOf(tx, { ...household, householdId: null }, issuing);
  const continuing = peopleContinuingOn(covers, startDay);
  const { faults } = checkFamily(household.members, startDay, plan, continuing);
  if (faults.length > 0) return skipped('notEligible');
  const payers = [
    {
      kind: roster.sponsor.kind,
      sponsorId: sponsorIdOf(roster.countyCode, roster.sponsor),
      name: roster.sponsor.name,
      amountFen: household.premiumFen,
    },
  ];
  const policy = policyOf(giftOrder(vault, roster, household, payers, at), startDay, issuing);
  if (isInsuredAlready(covers, policy, plan)) return skipped('insuredAlready');
  const minors = await minorCoversOf(tx, vault, policy.insured, { ...policy, householdId: null });
  if (capFaultsOf(minors, policy.insured, policy).length > 0) return skipped('minorsCap');

  if (household.shareFen >= household.premiumFen) {
    await issueGift(tx, roster, household, { covers, minors, policy, held, issuing });
    return { kind: 'issued', policyId: policy.id };
  }
  const share = { state: 'pledged', policyId: null, usedFen: 0 } as const;
  await tx.sponsorships.put(withShare(held, issuing, roster, household, share));
  const reader = await knownReader(tx, household, covers);
  if (reader !== undefined) {
    await tx.messages.create(pledgeMessage(id, household, plan, roster.sponsor, reader, at));
  }
  return { kind: 'pledged', sponsorshipId: id };
};
