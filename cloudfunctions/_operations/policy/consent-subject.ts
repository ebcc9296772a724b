import { ADULT_AGE_YEARS } from '../../../shared/household/household.schema';
import { isGrandchild } from '../../../shared/household/insurable-interest';
import type { Member } from '../../../shared/household/member.schema';
import { ORDER_LIFE_MS } from '../../../shared/order/attempts';
import type { Order } from '../../../shared/order/order.schema';
import type { Consent } from '../../../shared/policy/consent';
import type { ConsentKind, ConsentRecord } from '../../../shared/policy/consent-record.schema';
import { CONSENT_LINK_DAYS } from '../../../shared/policy/consent-words';
import type { Policy } from '../../../shared/policy/policy.schema';
import { addDays, ageOn, chinaDayOf, startOfChinaDay, type EpochMs } from '../../../shared/time/china-day';
import type { ReadStores } from '../../_stores/stores';
import { deriveId } from '../../_core/ids';
import { holderNameOf } from './holder-name';

/** Where consent is asked for. */
export type Subject =
  { readonly of: 'policy'; readonly record: Policy } | { readonly of: 'order'; readonly record: Order };

/** Somebody whose consent is needed in their own, or a parent's, WeChat. */
export interface AskedPerson {
  readonly personIndex: number;
  readonly member: Member;
  readonly kind: ConsentKind;
  readonly consent: Consent | null;
}

interface SubjectReader {
  readonly policies: { get(id: string): Promise<Policy | undefined> };
  readonly orders: { get(id: string): Promise<Order | undefined> };
}

/** The policy or order of an id. */
export const subjectOf = async (stores: SubjectReader, id: string): Promise<Subject | undefined> => {
  if (id.startsWith('pol_')) {
    const record = await stores.policies.get(id);
    return record && { of: 'policy', record };
  }
  const record = await stores.orders.get(id);
  return record && { of: 'order', record };
};

const isMinor = (member: Member, at: EpochMs): boolean =>
  ageOn(member.birthDay, chinaDayOf(at)) < ADULT_AGE_YEARS;

/**
 * Who is asked, or was: under an order the grandchildren, whose parents come before the payment; under a policy
 * everybody who did not sign when it was bought.
 */
export const askedPersons = (subject: Subject): AskedPerson[] => {
  if (subject.of === 'order') {
    const { members, consents } = subject.record;
    return members.flatMap((member, personIndex): AskedPerson[] =>
      isGrandchild(member)
        ? [{ personIndex, member, kind: 'parent', consent: consents[personIndex] ?? null }]
        : [],
    );
  }
  const { insured, startAt, issuedAt } = subject.record;
  return insured.flatMap((member, personIndex): AskedPerson[] => {
    const { consent } = member;
    const wasAsked = consent === null || consent.by === 'ownWeChat' || consent.at > issuedAt;
    return wasAsked
      ? [{ personIndex, member, kind: isMinor(member, startAt) ? 'parent' : 'adult', consent }]
      : [];
  });
};

/** Whether an answer comes too late to count. */
export const isAskingOver = (subject: Subject, now: EpochMs): boolean =>
  subject.of === 'policy'
    ? subject.record.state === 'cancelled' || now >= subject.record.endAt
    : subject.record.state !== 'new' || !subject.record.waitsForParent || now >= subject.record.expiresAt;

/** Until when a link that is written now can be opened; the same for all that are written on one China day. */
export const linkEndOf = (subject: Subject, now: EpochMs): EpochMs =>
  subject.of === 'order'
    ? subject.record.createdAt + ORDER_LIFE_MS
    : Math.min(subject.record.endAt, startOfChinaDay(addDays(chinaDayOf(now), CONSENT_LINK_DAYS + 1)));

/** The record of an answer: one for each person of a policy or order. */
export const consentRecordId = (subjectId: string, personIndex: number): string =>
  deriveId('cst', subjectId, String(personIndex));

/** The name of who buys: one of the people, or who buys for others without being one of them. */
export const buyerNameOf = async (read: Pick<ReadStores, 'orders'>, subject: Subject): Promise<string> => {
  if (subject.of === 'policy') return holderNameOf(read, subject.record);
  const { holder, members } = subject.record;
  return (holder ?? members.find(({ relation }) => relation === 'self'))?.name ?? '';
};

/** How a person's consent stands; the record is that of their answer, if there is one. */
export const standingOf = (
  { consent }: AskedPerson,
  record: Pick<ConsentRecord, 'answer'> | undefined,
): 'awaited' | ConsentRecord['answer'] => (consent ? 'agreed' : (record?.answer ?? 'awaited'));
