import { askConsentPage, policyPage } from '../../../shared/message/message-pages';
import type { Message } from '../../../shared/message/message.schema';
import { ATTEMPT_LIFE_MS, ownShareFen } from '../../../shared/order/attempts';
import { moveOrder, type Order } from '../../../shared/order/order.schema';
import type { Consent } from '../../../shared/policy/consent';
import type { ConsentRecord } from '../../../shared/policy/consent-record.schema';
import type { Policy } from '../../../shared/policy/policy.schema';
import { appendAudit } from '../../_core/audit';
import type { WriteStores } from '../../_stores/stores';
import { composeMessage } from '../message/compose-message';
import { storeOrder } from '../order/store-order';
import { askedPersons, type AskedPerson, type Subject } from './consent-subject';

const consentOf = ({ at, kind }: ConsentRecord): Consent => ({
  at,
  by: kind === 'adult' ? 'ownWeChat' : 'parent',
});

const withConsent = (consents: Order['consents'], { personIndex }: AskedPerson, consent: Consent) =>
  consents.map((before, index) => (index === personIndex ? consent : before));

/** The order once a parent agreed: it can be paid when nobody else is awaited, and for as long as one attempt lasts. */
const agreedOrder = (order: Order, asked: AskedPerson, record: ConsentRecord): Order => {
  const consents = withConsent(order.consents, asked, consentOf(record));
  const waitsForParent = askedPersons({ of: 'order', record: { ...order, consents } }).some(
    ({ consent }) => consent === null,
  );
  const agreed = {
    ...order,
    consents,
    waitsForParent,
    expiresAt: waitsForParent ? order.expiresAt : Math.max(order.expiresAt, record.at + ATTEMPT_LIFE_MS),
  };
  // Whose premium others pay has nothing to pay and is issued at the next look.
  return !waitsForParent && ownShareFen(agreed) === 0 ? moveOrder(agreed, 'paid') : agreed;
};

const answerOrder = async (
  tx: WriteStores,
  order: Order,
  asked: AskedPerson,
  record: ConsentRecord,
): Promise<void> => {
  const { actor, at } = record;
  if (record.answer === 'agreed') {
    await storeOrder(tx, agreedOrder(order, asked, record), { action: 'order.parent-agreed', actor, at });
    return;
  }
  const closed = moveOrder(moveOrder(order, 'closing'), 'closed');
  await storeOrder(tx, closed, { action: 'order.parent-refused', actor, at });
};

const consentPolicy = async (
  tx: WriteStores,
  policy: Policy,
  asked: AskedPerson,
  record: ConsentRecord,
): Promise<void> => {
  const consented: Policy = {
    ...policy,
    insured: policy.insured.map((person, index) =>
      index === asked.personIndex ? { ...person, consent: consentOf(record) } : person,
    ),
  };
  await tx.policies.put(consented);
  await appendAudit(tx, {
    action: 'policy.consented',
    record: consented,
    actor: record.actor,
    at: record.at,
  });
};

const answeredWords = (subject: Subject, { member, kind }: AskedPerson, record: ConsentRecord): string => {
  if (record.answer === 'refused') return `${member.name}的父母没有同意，这笔订单已取消，没有收钱。`;
  if (kind === 'adult') return `${member.name}已用自己的微信确认，身故保障齐了。`;
  return subject.of === 'order'
    ? `${member.name}的父母同意了，可以付款了。`
    : `${member.name}的父母已确认，身故保障齐了。`;
};

/** Tells the buyer; undefined for a gift that nobody has opened yet. */
const answeredMessage = (
  subject: Subject,
  asked: AskedPerson,
  record: ConsentRecord,
): Message | undefined => {
  const { id, openid } = subject.record;
  if (openid === null) return undefined;
  return composeMessage({
    kind: 'consentAnswered',
    about: [id, String(asked.personIndex)],
    openid,
    title: record.answer === 'agreed' ? '已经确认' : '没有同意',
    body: answeredWords(subject, asked, record),
    page: subject.of === 'policy' ? policyPage(id) : askConsentPage(id),
    fields: null,
    at: record.at,
  });
};

/** Stores an answer with all that follows from it; part of one transaction. */
export const recordAnswer = async (
  tx: WriteStores,
  subject: Subject,
  asked: AskedPerson,
  record: ConsentRecord,
): Promise<void> => {
  await tx.consents.create(record);
  if (subject.of === 'policy') await consentPolicy(tx, subject.record, asked, record);
  else await answerOrder(tx, subject.record, asked, record);
  const message = answeredMessage(subject, asked, record);
  if (message) await tx.messages.create(message);
};
