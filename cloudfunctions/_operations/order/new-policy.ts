import { premiumRows } from '../../../shared/money/ledger.schema';
import type { Member } from '../../../shared/household/member.schema';
import type { Order } from '../../../shared/order/order.schema';
import { copiesFreeIn } from '../../../shared/policy/copies-held';
import { coverPeriodFrom } from '../../../shared/policy/cover-period';
import {
  NOTHING_PAID,
  type Insured,
  type PersonCover,
  type Policy,
} from '../../../shared/policy/policy.schema';
import { nextReminderAt } from '../../../shared/policy/renewal';
import { renewalTermsOf } from '../../../shared/policy/renewal.config';
import { benefitOf, benefitsOf } from '../../../shared/product/benefits';
import type { Plan } from '../../../shared/product/plan.schema';
import { EMPTY_TALLY, premiumTally, type FigureEvent } from '../../../shared/report/figures';
import { countyOf } from '../../../shared/region/region.schema';
import { chinaDayOf, monthOf, type ChinaDay } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import { deriveId, readableNumber } from '../../_core/ids';
import type { Vault } from '../../_core/vault';
import { coverMinors, type MinorCovers } from '../policy/minor-covers';
import { coveredIn, heldCover, type HeldCover } from '../policy/held-cover';
import { personKeyOf } from '../policy/person-key';

/** What an issuing transaction is given besides the stores. */
export interface Issuing {
  readonly vault: Vault;
  readonly plan: Plan;
  readonly at: number;
}

/** What people hold under a product line, by ID number. */
export type Covers = ReadonlyMap<string, HeldCover>;

/** What a policy is to one of its people. */
export const periodOf = (
  { id: policyId, startAt, endAt, copies }: Policy,
  { accidentShareFen }: Pick<Insured, 'accidentShareFen'>,
): PersonCover['periods'][number] => ({ policyId, startAt, endAt, copies, accidentShareFen });

/** Whose cover is read: the members of an order, or of a roster's household, which is none of ours yet. */
interface Buying {
  readonly members: readonly Member[];
  readonly householdId: string | null;
}

/** Reads what people hold under the plan's line, in the issuing transaction. Source: domain R5. */
export const coversOf = async (
  tx: WriteStores,
  { members, householdId }: Buying,
  { vault, plan, at }: Issuing,
): Promise<Covers> => {
  const covers = new Map<string, HeldCover>();
  for (const member of members) {
    const person = coveredIn(householdId, member, chinaDayOf(at));
    covers.set(member.idNumber, await heldCover(tx, vault, plan.line, person));
  }
  return covers;
};

/** Whether somebody has too little room under the plan for the copies of a new policy. Source: domain R5. */
export const isInsuredAlready = (covers: Covers, policy: Policy, plan: Plan): boolean =>
  [...covers.values()].some(({ periods }) => copiesFreeIn(periods, policy, plan.maxCopies) < policy.copies);

/** The policy that an order becomes; its id is derived from the order, so that a repeat is the same policy. */
export const policyOf = (order: Order, startDay: ChinaDay, { vault, plan, at }: Issuing): Policy => {
  const id = deriveId('pol', order.id);
  const period = coverPeriodFrom(startDay);
  const { persons, medicalLimitFen } = benefitsOf(plan, order.members.length, order.copies);
  return {
    id,
    number: readableNumber(order.regionCode, startDay, id),
    orderId: order.id,
    householdId: order.householdId,
    openid: order.openid,
    giftKey: null,
    regionCode: order.regionCode,
    planId: order.planId,
    line: plan.line,
    planVersion: order.planVersion,
    copies: order.copies,
    premiumFen: order.priceFen,
    payers: order.payers,
    ...period,
    issuedAt: at,
    openedAt: null,
    delivery: null,
    insured: order.members.map((member, index) => ({
      ...member,
      personKey: personKeyOf(vault, member.idNumber),
      ...benefitOf(persons, index),
      ...NOTHING_PAID,
      consent: order.consents[index] ?? null,
    })),
    medicalLimitFen,
    medicalPaidFen: 0,
    state: 'issued',
    nextReminderAt: nextReminderAt(period.endAt, at, renewalTermsOf(countyOf(order.regionCode))),
    cancellation: null,
    corrections: [],
    additions: [],
    claimIds: [],
  };
};

const issuedEvent = (policy: Policy, at: number): FigureEvent => ({
  id: deriveId('evt', 'policyIssued', policy.id),
  kind: 'policyIssued',
  subject: policy.id,
  regionCode: policy.regionCode,
  month: monthOf(chinaDayOf(at)),
  at,
  adds: {
    ...EMPTY_TALLY,
    households: 1,
    insured: policy.insured.length,
    ...premiumTally(policy.payers),
  },
  folded: false,
});

/** Stores a new policy with the cover of its people, its money, its figures and the first row of its audit. */
export const storePolicy = async (
  tx: WriteStores,
  policy: Policy,
  { covers, minors }: { readonly covers: Covers; readonly minors: MinorCovers },
  { at, actor }: { readonly at: number; readonly actor: string },
): Promise<void> => {
  await tx.policies.create(policy);
  await coverMinors(tx, minors, policy, policy.insured);
  for (const person of policy.insured) {
    const cover = covers.get(person.idNumber);
    if (!cover) throw new Error(`the cover of somebody on ${policy.id} was not read`);
    for (const record of cover.records) {
      await tx.personCovers.put({ ...record, periods: [...record.periods, periodOf(policy, person)] });
    }
  }
  await tx.ledger.create({
    id: deriveId('led', 'policyIssued', policy.id),
    kind: 'policyIssued',
    subject: policy.id,
    rows: premiumRows(policy.payers),
    at,
  });
  await tx.figureEvents.create(issuedEvent(policy, at));
  await appendAudit(tx, { action: 'policy.issued', record: policy, actor, at, first: true });
};
