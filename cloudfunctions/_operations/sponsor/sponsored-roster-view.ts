import type { Plan } from '../../../shared/product/plan.schema';
import type { Roster } from '../../../shared/roster/roster.schema';
import type { SponsoredRosterView } from '../../../shared/sponsor/transfer.contracts';
import { restOf } from '../../../shared/sponsor/transfer';
import type { Caller } from '../../_core/caller';

/** A roster and its money as the desk sees them. */
export const toSponsoredRosterView = (
  roster: Roster,
  plan: Pick<Plan, 'name'> | undefined,
  { staffId }: Pick<Caller, 'staffId'>,
): SponsoredRosterView => ({
  rosterId: roster.id,
  sponsor: roster.sponsor,
  planName: plan?.name ?? '',
  fileName: roster.fileName,
  uploadedAt: roster.uploadedAt,
  state: roster.state,
  households: roster.counts.goodHouseholds,
  people: roster.counts.goodPeople,
  isFullGift: roster.isFullGift,
  dueFen: roster.dueFen,
  transfer: roster.transfer && {
    amountFen: roster.transfer.amountFen,
    reference: roster.transfer.reference,
    receivedDay: roster.transfer.receivedDay,
    recordedBy: roster.transfer.recordedBy.name,
    recordedAt: roster.transfer.recordedAt,
    isOwn: roster.transfer.recordedBy.staffId === staffId,
    confirmedBy: roster.transfer.confirmedBy?.name ?? null,
    confirmedAt: roster.transfer.confirmedAt,
  },
  issued: roster.issuing.issued,
  pledged: roster.issuing.pledged,
  skipped: roster.issuing.skipped,
  money: { ...roster.money, restFen: restOf(roster) },
});
