import { checkFamily } from '../../../shared/household/eligibility';
import { goingBackWhole } from '../../../shared/order/attempts';
import { moveOrder, type Order } from '../../../shared/order/order.schema';
import { coverPeriodFrom, periodsOverlap } from '../../../shared/policy/cover-period';
import type { PersonCover, Policy } from '../../../shared/policy/policy.schema';
import { newCoverOf, nextReminderAt, renewedCoverIn } from '../../../shared/policy/renewal';
import { renewalTermsOf } from '../../../shared/policy/renewal.config';
import { benefitsOf } from '../../../shared/product/benefits';
import type { Plan } from '../../../shared/product/plan.schema';
import { EMPTY_TALLY, type FigureEvent } from '../../../shared/report/figures';
import { transferRows } from '../../../shared/money/ledger.schema';
import { countyOf } from '../../../shared/region/region.schema';
import { chinaDayOf, monthOf, type ChinaDay } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import { deriveId, readableNumber } from '../../_core/ids';
import type { Vault } from '../../_core/vault';
import { nameKeyOf, personCoverIdOf, personKeyOf } from '../policy/person-key';
import { policyIssuedMessage } from './order-messages';
import { MOVED_BY_ITSELF, storeOrder } from './store-order';

/** What the issuing transaction is given besides the stores. */
export interface Issuing {
  readonly vault: Vault;
  readonly plan: Plan;
  readonly at: number;
}

const policyOf = (order: Order, startDay: ChinaDay, { vault, plan, at }: Issuing): Policy => {
  const id = deriveId('pol', order.id);
  const period = coverPeriodFrom(startDay);
  const { persons, medicalLimitFen } = benefitsOf(plan, order.members.length);
  return {
    id,
    number: readableNumber(order.regionCode, startDay, id),
    orderId: order.id,
    householdId: order.householdId,
    openid: order.openid,
    regionCode: order.regionCode,
    planId: order.planId,
    line: plan.line,
    planVersion: order.planVersion,
    premiumFen: order.priceFen,
    ...period,
    issuedAt: at,
    openedAt: null,
    insured: order.members.map((member, index) => ({
      ...member,
      personKey: personKeyOf(vault, member.idNumber),
      accidentShareFen: persons[index]?.accidentShareFen ?? 0,
      accidentPaidFen: 0,
    })),
    medicalLimitFen,
    medicalPaidFen: 0,
    state: 'issued',
    nextReminderAt: nextReminderAt(period.endAt, at, renewalTermsOf(countyOf(order.regionCode))),
    cancellation: null,
    corrections: [],
  };
};

/** The cover documents of all members under the plan's line, by ID number; a new one for who was never insured. */
const coversOf = async (
  tx: WriteStores,
  { members }: Order,
  { vault, plan }: Issuing,
): Promise<Map<string, PersonCover>> => {
  const covers = new Map<string, PersonCover>();
  for (const { name, idNumber } of members) {
    const id = personCoverIdOf(vault, idNumber, plan.line);
    const held = await tx.personCovers.get(id);
    covers.set(idNumber, held ?? { id, nameKey: nameKeyOf(vault, name, idNumber), periods: [] });
  }
  return covers;
};

const issuedEvent = (order: Order, policy: Policy, at: number): FigureEvent => ({
  id: deriveId('evt', 'policyIssued', policy.id),
  kind: 'policyIssued',
  subject: policy.id,
  regionCode: order.regionCode,
  month: monthOf(chinaDayOf(at)),
  at,
  adds: { ...EMPTY_TALLY, households: 1, insured: policy.insured.length, premiumFen: policy.premiumFen },
  folded: false,
});

const refunding = async (
  tx: WriteStores,
  order: Order,
  reason: NonNullable<Order['refundReason']>,
  at: number,
): Promise<Order> => {
  const moved = moveOrder(order, 'refunding', {
    refundReason: reason,
    attempts: order.attempts.map((attempt) =>
      attempt.state === 'paid' ? goingBackWhole(attempt, at) : attempt,
    ),
  });
  return storeOrder(tx, moved, { action: `order.refunding.${reason}`, actor: MOVED_BY_ITSELF, at });
};

/**
 * Turns a paid order into a policy, or into a refund when a member is already insured or too old on the first day. A
 * renewal paid in time begins when the old cover ends, as the persons' own covers tell.
 * Guarantees: order, policy, cover of every person, ledger, figures, audit and the message are stored together or not
 * at all; ids are derived from the order, so a repeat changes nothing. Source: domain R1, R3, R4, R5.
 */
export const issuePolicy = async (tx: WriteStores, order: Order, issuing: Issuing): Promise<Order> => {
  const { at, plan } = issuing;
  const attempt = order.attempts.find((candidate) => candidate.state === 'paid');
  if (order.state !== 'paid' || !attempt) return order;
  const covers = await coversOf(tx, order, issuing);
  const renewed = order.renews ? renewedCoverIn(covers, order.renews.policyId) : undefined;
  const paidAt = attempt.paidAt ?? at;
  const { startDay, continuing } = newCoverOf(paidAt, order.campaignStartDay ?? undefined, renewed);
  const { faults } = checkFamily(order.members, startDay, plan, continuing);
  if (faults.length > 0) return refunding(tx, order, 'notEligible', at);
  const policy = policyOf(order, startDay, issuing);
  const held = [...covers.values()];
  if (held.some(({ periods }) => periods.some((period) => periodsOverlap(period, policy)))) {
    return refunding(tx, order, 'alreadyInsured', at);
  }

  const issued = await storeOrder(tx, moveOrder(order, 'issued', { policyId: policy.id }), {
    action: 'order.issued',
    actor: MOVED_BY_ITSELF,
    at,
  });
  await tx.policies.create(policy);
  const { id: policyId, startAt, endAt } = policy;
  for (const cover of held) {
    await tx.personCovers.put({ ...cover, periods: [...cover.periods, { policyId, startAt, endAt }] });
  }
  await tx.ledger.create({
    id: deriveId('led', 'policyIssued', policy.id),
    kind: 'policyIssued',
    subject: policy.id,
    rows: transferRows('premium', 'customer', policy.premiumFen),
    at,
  });
  await tx.figureEvents.create(issuedEvent(order, policy, at));
  await tx.messages.create(policyIssuedMessage(policy, plan, at));
  await appendAudit(tx, { action: 'policy.issued', record: policy, actor: MOVED_BY_ITSELF, at, first: true });
  return issued;
};
