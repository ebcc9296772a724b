import { checkFamily } from '../../../shared/household/eligibility';
import { goingBackWhole, ownShareFen } from '../../../shared/order/attempts';
import { moveOrder, type Order } from '../../../shared/order/order.schema';
import { newCoverOf, renewedCoverIn, type RenewedCover } from '../../../shared/policy/renewal';
import type { WriteStores } from '../../_stores/stores';
import { spendShares } from '../sponsor/sponsor-money';
import { capFaultsOf, minorCoversOf } from '../policy/minor-covers';
import { coversOf, isInsuredAlready, policyOf, storePolicy, type Covers, type Issuing } from './new-policy';
import { policyIssuedMessage } from './order-messages';
import { MOVED_BY_ITSELF, storeOrder } from './store-order';

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
  // Without a payment of its own there is nothing to send back.
  const left = moved.attempts.some(({ state }) => state === 'refunding')
    ? moved
    : moveOrder(moved, 'refunded');
  return storeOrder(tx, left, { action: `order.refunding.${reason}`, actor: MOVED_BY_ITSELF, at });
};

/**
 * Whether somebody of a renewal has this very renewal already, which another of the family paid first: a plan of several
 * copies would have room for both. Source: domain R4, R5.
 */
const isRenewedAlready = async (
  tx: WriteStores,
  { renews }: Order,
  covers: Covers,
  renewed: RenewedCover | undefined,
): Promise<boolean> => {
  if (!renews || !renewed) return false;
  const periods = [...covers.values()].flatMap((cover) => cover.periods);
  const later = periods.filter(({ startAt }) => startAt >= renewed.endAt).map(({ policyId }) => policyId);
  for (const policyId of new Set(later)) {
    const policy = await tx.policies.get(policyId);
    const bought = policy?.state === 'issued' ? await tx.orders.get(policy.orderId) : undefined;
    if (bought?.renews?.policyId === renews.policyId) return true;
  }
  return false;
};

/**
 * Turns a paid order into a policy, or into a refund when a member is already insured or too old on the first day, when
 * the policy it renews was renewed before, when a minor's death would be insured beyond the law's cap, or when who wanted to pay a part does so no longer. A renewal paid in time begins when the old cover ends, as the persons' own covers tell.
 * Guarantees: order, policy, cover of every person, ledger, figures, audit and the message are stored together or not
 * at all; ids are derived from the order, so a repeat changes nothing. Source: domain R1, R3, R4, R5, R27.
 */
export const issuePolicy = async (tx: WriteStores, order: Order, issuing: Issuing): Promise<Order> => {
  const { vault, at, plan } = issuing;
  const attempt = order.attempts.find((candidate) => candidate.state === 'paid');
  if (order.state !== 'paid' || (!attempt && ownShareFen(order) > 0)) return order;
  const covers = await coversOf(tx, order, issuing);
  const renewed = order.renews ? renewedCoverIn(covers, order.renews.policyId) : undefined;
  // What others pay was received and confirmed before the order: only the family's own money is waited for.
  const paidAt = attempt?.paidAt ?? at;
  const { startDay, continuing } = newCoverOf(paidAt, order.campaignStartDay ?? undefined, renewed);
  const { faults } = checkFamily(order.members, startDay, plan, continuing, order.holder ?? undefined);
  if (faults.length > 0) return refunding(tx, order, 'notEligible', at);
  const policy = policyOf(order, startDay, issuing);
  if (isInsuredAlready(covers, policy, plan) || (await isRenewedAlready(tx, order, covers, renewed)))
    return refunding(tx, order, 'alreadyInsured', at);
  const minors = await minorCoversOf(tx, vault, policy.insured, policy);
  const overCap = capFaultsOf(minors, policy.insured, policy);
  if (overCap.length > 0) return refunding(tx, order, 'notEligible', at);
  if (!(await spendShares(tx, order, policy.id, issuing))) return refunding(tx, order, 'shareGone', at);

  const issued = await storeOrder(tx, moveOrder(order, 'issued', { policyId: policy.id }), {
    action: 'order.issued',
    actor: MOVED_BY_ITSELF,
    at,
  });
  await storePolicy(tx, policy, { covers, minors }, { at, actor: MOVED_BY_ITSELF });
  await tx.messages.create(policyIssuedMessage(policy, plan, at));
  return issued;
};
