import { checkFamily } from '../../../shared/household/eligibility';
import { moveOrder, type Order, type PaymentAttempt } from '../../../shared/order/order.schema';
import { coverPeriodFrom, coverStartDay, periodsOverlap } from '../../../shared/policy/cover-period';
import type { PersonCover, Policy } from '../../../shared/policy/policy.schema';
import { benefitsOf } from '../../../shared/product/benefits';
import type { Plan } from '../../../shared/product/plan.schema';
import { EMPTY_TALLY, type FigureEvent } from '../../../shared/report/figures';
import { transferRows } from '../../../shared/money/ledger.schema';
import { chinaDayOf, monthOf } from '../../../shared/time/china-day';
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

const policyOf = (order: Order, attempt: PaymentAttempt, { vault, plan, at }: Issuing): Policy => {
  const id = deriveId('pol', order.id);
  const startDay = coverStartDay(attempt.paidAt ?? at, order.campaignStartDay ?? undefined);
  const { persons, medicalLimitFen } = benefitsOf(plan, order.members.length);
  return {
    id,
    number: readableNumber(order.regionCode, startDay, id),
    orderId: order.id,
    householdId: order.householdId,
    openid: order.openid,
    regionCode: order.regionCode,
    planId: order.planId,
    planVersion: order.planVersion,
    premiumFen: order.priceFen,
    ...coverPeriodFrom(startDay),
    issuedAt: at,
    insured: order.members.map((member, index) => ({
      ...member,
      personKey: personKeyOf(vault, member.idNumber),
      accidentShareFen: persons[index]?.accidentShareFen ?? 0,
      accidentPaidFen: 0,
    })),
    medicalLimitFen,
    medicalPaidFen: 0,
    state: 'issued',
  };
};

/** The cover documents of all members with the new period in them; undefined when one already overlaps. Source: domain R5. */
const coversWith = async (
  tx: WriteStores,
  order: Order,
  policy: Policy,
  { vault, plan }: Issuing,
): Promise<PersonCover[] | undefined> => {
  const covers: PersonCover[] = [];
  for (const member of order.members) {
    const id = personCoverIdOf(vault, member.idNumber, plan.line);
    const held = await tx.personCovers.get(id);
    const periods = held?.periods ?? [];
    if (periods.some((period) => periodsOverlap(period, policy))) return undefined;
    covers.push({
      id,
      nameKey: held?.nameKey ?? nameKeyOf(vault, member.name, member.idNumber),
      periods: [...periods, { policyId: policy.id, startAt: policy.startAt, endAt: policy.endAt }],
    });
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
      attempt.state === 'paid' ? { ...attempt, state: 'refunding' } : attempt,
    ),
  });
  return storeOrder(tx, moved, { action: `order.refunding.${reason}`, actor: MOVED_BY_ITSELF, at });
};

/**
 * Turns a paid order into a policy, or into a refund when a member is already insured or too old on the first day.
 * Guarantees: order, policy, cover of every person, ledger, figures, audit and the message are stored together or not
 * at all; ids are derived from the order, so a repeat changes nothing. Source: domain R1, R3, R4, R5.
 */
export const issuePolicy = async (tx: WriteStores, order: Order, issuing: Issuing): Promise<Order> => {
  const { at, plan } = issuing;
  const attempt = order.attempts.find((candidate) => candidate.state === 'paid');
  if (order.state !== 'paid' || !attempt) return order;
  const policy = policyOf(order, attempt, issuing);
  const { faults } = checkFamily(order.members, chinaDayOf(policy.startAt), plan);
  if (faults.length > 0) return refunding(tx, order, 'notEligible', at);
  const covers = await coversWith(tx, order, policy, issuing);
  if (!covers) return refunding(tx, order, 'alreadyInsured', at);

  const issued = await storeOrder(tx, moveOrder(order, 'issued', { policyId: policy.id }), {
    action: 'order.issued',
    actor: MOVED_BY_ITSELF,
    at,
  });
  await tx.policies.create(policy);
  for (const cover of covers) await tx.personCovers.put(cover);
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
