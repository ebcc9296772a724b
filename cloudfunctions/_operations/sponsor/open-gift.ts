import { AppError } from '../../../shared/errors/app-error';
import { member } from '../../../shared/household/member.schema';
import type { Order, Strokes } from '../../../shared/order/order.schema';
import { isWrittenName } from '../../../shared/order/written-name';
import { consentsGiven } from '../../../shared/policy/consents-given';
import type { Policy } from '../../../shared/policy/policy.schema';
import { nextReminderAt } from '../../../shared/policy/renewal';
import { renewalTermsOf } from '../../../shared/policy/renewal.config';
import { countyOf } from '../../../shared/region/region.schema';
import { openGift } from '../../../shared/sponsor/gift.contracts';
import { chinaDayOf } from '../../../shared/time/china-day';
import { z } from '../../../shared/zod';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import type { Caller } from '../../_core/caller';
import { operation } from '../../_core/operation';
import type { Vault } from '../../_core/vault';
import { countAsked } from '../policy/already-insured';
import { coverByBirth } from '../policy/person-covers';
import { giftKeyOf, giftsOf } from './gifts-of';

/** Who takes a gift over, and how. */
interface Opening {
  readonly caller: Caller;
  readonly phone: string;
  readonly strokes: Strokes;
  readonly at: number;
}

/** The policy in its household's hands: the head has signed, and the head's own minors are consented to. */
const openedPolicy = (gift: Policy, { caller, at }: Opening): Policy => {
  const headIndex = gift.insured.findIndex(({ relation }) => relation === 'self');
  const given = consentsGiven(gift.insured, [{ memberIndex: headIndex }], chinaDayOf(gift.startAt), at);
  return {
    ...gift,
    openid: caller.openid,
    householdId: caller.householdId,
    giftKey: null,
    nextReminderAt: nextReminderAt(gift.endAt, at, renewalTermsOf(countyOf(gift.regionCode))),
    insured: gift.insured.map((person, index) => ({
      ...person,
      consent: person.consent ?? given[index] ?? null,
    })),
  };
};

const openedOrder = (order: Order, policy: Policy, { caller, phone, strokes }: Opening): Order => ({
  ...order,
  openid: caller.openid,
  householdId: caller.householdId,
  phone,
  consents: policy.insured.map(({ consent }) => consent),
  signatures: [{ memberIndex: policy.insured.findIndex(({ relation }) => relation === 'self'), strokes }],
});

/** Who never bought is remembered for next year with the people of the gift. */
const rememberFamily = async (
  tx: WriteStores,
  { regionCode, insured }: Policy,
  { caller, phone, at }: Opening,
): Promise<void> => {
  if (await tx.households.get(caller.householdId)) return;
  await tx.households.put({
    id: caller.householdId,
    openid: caller.openid,
    regionCode,
    members: insured.map((person) => z.parse(z.object(member.shape), person)),
    phone,
    contact: null,
    updatedAt: at,
  });
};

const openOne = async (tx: WriteStores, vault: Vault, gift: Policy, opening: Opening): Promise<void> => {
  const actor = opening.caller.householdId;
  const order = await tx.orders.get(gift.orderId);
  if (!order) throw new Error(`${gift.id} has no order`);
  const policy = openedPolicy(gift, opening);
  const opened = openedOrder(order, policy, opening);
  await tx.policies.put(policy);
  await coverByBirth(tx, vault, policy);
  await tx.orders.put(opened);
  await rememberFamily(tx, policy, opening);
  await appendAudit(tx, { action: 'policy.gift-opened', record: policy, actor, at: opening.at });
  await appendAudit(tx, { action: 'order.gift-opened', record: opened, actor, at: opening.at });
};

/**
 * Takes the gifts of a household over for who knows name and number of its head, and keeps the head's signature.
 * Guarantees: a gift is opened once, also when two try at the same moment; policies, orders, the remembered family and
 * audit are stored together; from then on they are the household's as if bought.
 * Reads and writes: policies, person covers, orders, households, tries, audit; one transaction. Source: domain R26.
 * Errors: GIFT_NOT_FOUND (also when somebody opened it before), TOO_MANY_TRIES, SIGNATURE_INVALID.
 */
export const openGiftOperation = operation(openGift, async (context) => {
  const { input, caller, once, ports, vault } = context;
  if (!isWrittenName(input.strokes)) {
    throw new AppError('SIGNATURE_INVALID', { places: [{ path: 'strokes', code: 'SIGNATURE_INVALID' }] });
  }
  const giftKey = giftKeyOf(vault, input);
  await countAsked(context, caller, giftKey);
  const found = await giftsOf(context, giftKey).catch((thrown: unknown): Policy[] => {
    // A repeat finds nothing any more and still gets its first answer.
    if (thrown instanceof AppError && thrown.code === 'GIFT_NOT_FOUND') return [];
    throw thrown;
  });
  const opening = { caller, phone: input.phone, strokes: input.strokes, at: ports.clock.now() };
  const policyIds = await once(async (tx) => {
    const opened: string[] = [];
    for (const { id } of found) {
      const gift = await tx.policies.get(id);
      if (gift?.giftKey !== giftKey || gift.state !== 'issued') continue;
      await openOne(tx, vault, gift, opening);
      opened.push(id);
    }
    if (opened.length === 0) throw new AppError('GIFT_NOT_FOUND');
    return opened;
  });
  return { policyIds };
});
