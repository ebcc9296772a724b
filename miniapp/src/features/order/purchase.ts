import { readIdentity } from 'shared/household/identity-facts';
import { contact } from 'shared/household/household.schema';
import { memberInput, type MemberInput } from 'shared/household/member.schema';
import type { InputOf, OutputOf } from 'shared/contract/contract';
import type { checkFamily } from 'shared/household/check-family.contract';
import type { buyCover } from 'shared/order/buy-cover.contract';
import { strokes } from 'shared/order/order.schema';
import { payerKind } from 'shared/order/payer.schema';
import type { PlanView } from 'shared/product/list-plans.contract';
import type { SaleDocument } from 'shared/product/plan.schema';
import { pagesToConfirm } from 'shared/product/sale-pages';
import type { ChinaDay, EpochMs } from 'shared/time/china-day';
import { ownPartOf } from 'shared/sponsor/payer-words';
import { z } from 'shared/zod';
import { readDraft, useDraft, type Draft } from '@/lib/storage/draft';
import { holderOf, insuredOf } from './participation';

const purchase = z.object({
  /** How many of the family are reckoned with before anybody is named. */
  people: z.int(),
  /** The plan as it was shown when it was chosen; empty before. */
  planId: z.string(),
  planVersion: z.int(),
  /** The plan's price until the family was checked, then the premium for everybody who takes part and all copies. */
  priceFen: z.int(),
  /** Whether the price is for each person, so that the family chooses who takes part, and for whom the plan is meant. */
  priceUnit: z.enum(['household', 'person']),
  insuredSex: z.enum(['any', 'female', 'male']),
  copies: z.int(),
  /** The policy that is to go on; empty for a first purchase. */
  renewsPolicyId: z.string(),
  members: z.array(memberInput),
  /** ID numbers of those who do not take part in a plan priced per person. */
  leftOut: z.array(z.string()),
  /** ID numbers of those on the renewed policy: consent to their data stands. */
  consented: z.array(z.string()),
  phone: z.string(),
  /** Whom to reach about the renewal; null: the phone above. Source: domain R41. */
  contact: z.nullable(contact),
  /** Whether the family of the last purchase was already put in. */
  prefilled: z.boolean(),
  /** What the last check by the cloud found, each at its place. */
  faults: z.array(z.object({ path: z.string(), message: z.string() })),
  /** Who is covered for how much, and who must sign; empty before a check. */
  checked: z.array(
    z.object({
      name: z.string(),
      mustSign: z.boolean(),
      accidentShareFen: z.int(),
      allowancePerDayFen: z.int(),
      illnessSumFen: z.int(),
    }),
  ),
  /** Who would pay how much as of the check; empty before. Source: domain R11. */
  payers: z.array(z.object({ kind: payerKind, name: z.nullable(z.string()), amountFen: z.int() })),
  /** First day of cover as of the check; empty before. */
  startDay: z.string(),
  /** Last day of the cover that is renewed; empty for a first purchase. */
  lastDay: z.string(),
  confirmations: z.array(
    z.object({
      documentId: z.string(),
      version: z.string(),
      sha256: z.string(),
      confirmedAt: z.optional(z.number()),
    }),
  ),
  signatures: z.array(z.object({ memberIndex: z.int(), strokes })),
  /** Positions of adults who confirm in their own WeChat instead of signing here. Source: domain R26. */
  later: z.array(z.int()),
  /** The order that it became; empty before it was sent. */
  orderId: z.string(),
});

/** A purchase under way: what the family has chosen, typed, confirmed and signed so far. */
export type Purchase = z.infer<typeof purchase>;
export type Confirmation = Purchase['confirmations'][number];

/** Before anything is chosen. */
export const emptyPurchase: Purchase = {
  people: 3,
  planId: '',
  planVersion: 0,
  priceFen: 0,
  priceUnit: 'household',
  insuredSex: 'any',
  copies: 1,
  renewsPolicyId: '',
  members: [],
  leftOut: [],
  consented: [],
  phone: '',
  contact: null,
  prefilled: false,
  faults: [],
  checked: [],
  payers: [],
  startDay: '',
  lastDay: '',
  confirmations: [],
  signatures: [],
  later: [],
  orderId: '',
};

/** The one purchase that this phone keeps, over all pages of buying and over closing the app. */
export const usePurchase = (): Draft<Purchase> => useDraft('purchase', purchase, emptyPurchase);

/** The same as it lies on the phone now, whatever a page that is not in sight still shows. */
export const keptPurchase = (): Purchase => readDraft('purchase', purchase) ?? emptyPurchase;

/**
 * Another plan, the same plan in another version, or to renew another policy: what was confirmed and signed before no
 * longer counts.
 */
export const choosePlan = (
  before: Purchase,
  plan: Pick<PlanView, 'id' | 'version' | 'priceFen' | 'priceUnit' | 'insuredSex' | 'maxCopies'>,
  renewsPolicyId = '',
  copies = before.planId === plan.id ? before.copies : 1,
): Partial<Purchase> => {
  const chosen = {
    planId: plan.id,
    planVersion: plan.version,
    priceFen: plan.priceFen,
    priceUnit: plan.priceUnit,
    insuredSex: plan.insuredSex,
    copies: Math.min(copies, plan.maxCopies),
    renewsPolicyId,
    ...(renewsPolicyId === '' ? { consented: [], lastDay: '' } : {}),
  };
  const same =
    before.planId === plan.id &&
    before.planVersion === plan.version &&
    before.renewsPolicyId === renewsPolicyId;
  return same
    ? chosen
    : { ...chosen, confirmations: [], checked: [], signatures: [], later: [], faults: [], orderId: '' };
};

/** What names the renewal to the cloud; nothing for a first purchase. */
export const renewalOf = ({ renewsPolicyId }: Purchase): { renewsPolicyId?: string } =>
  renewsPolicyId === '' ? {} : { renewsPolicyId };

/** What the cloud's check of a family found, as it is kept. */
export const checkedFamily = ({
  startDay,
  priceFen,
  payers,
  members,
}: OutputOf<typeof checkFamily>): Partial<Purchase> => ({
  faults: [],
  startDay,
  priceFen,
  payers: [...payers],
  checked: members.map(({ name, mustSign, accidentShareFen, allowancePerDayFen, illnessSumFen }) => ({
    name,
    mustSign,
    accidentShareFen,
    allowancePerDayFen,
    illnessSumFen,
  })),
});

/** Another list of people: signatures and checks belong to the list they were given for. */
export const changeMembers = (members: MemberInput[]): Partial<Purchase> => ({
  members,
  people: Math.max(1, members.length),
  checked: [],
  signatures: [],
  later: [],
});

/** Whether this very version of a page was confirmed. */
export const isConfirmed = (of: Purchase, page: { id: string; sha256: string }): boolean =>
  of.confirmations.some(({ documentId, sha256 }) => documentId === page.id && sha256 === page.sha256);

type ShownPage = Pick<SaleDocument, 'id' | 'version' | 'sha256'>;

/** The confirmation of a page by a press at a moment of the phone's clock. Source: domain R25. */
export const pressed = ({ id, version, sha256 }: ShownPage, confirmedAt: EpochMs): Confirmation => ({
  documentId: id,
  version,
  sha256,
  confirmedAt,
});

/** Keeps the confirmation of one page, once: the first press on this very text counts. */
export const confirm = (before: Purchase, page: ShownPage, at: EpochMs): Partial<Purchase> =>
  isConfirmed(before, page)
    ? { confirmations: before.confirmations }
    : {
        confirmations: [
          ...before.confirmations.filter(({ documentId }) => documentId !== page.id),
          pressed(page, at),
        ],
      };

/** What is read and confirmed one by one for this family; what a child's data need once its birth day is known. */
export const pagesOf = <T extends Pick<SaleDocument, 'kind'>>(
  of: Purchase,
  plan: { readonly documents: readonly T[] },
): T[] =>
  pagesToConfirm(plan.documents, {
    // Ages are reckoned on the first day of cover, which the check of the family tells.
    members: of.startDay === '' ? [] : insuredOf(of).flatMap((member) => readIdentity(member).facts ?? []),
    startDay: of.startDay,
    hasConsented:
      insuredOf(of).length > 0 && insuredOf(of).every(({ idNumber }) => of.consented.includes(idNumber)),
  });

/**
 * The health declaration of a renewal: it is declared where the family signs for it and pays. A first purchase reads it
 * on a page of its own.
 */
export const declaredAtPayment = <T extends Pick<SaleDocument, 'kind'>>(
  of: Purchase,
  plan: { readonly documents: readonly T[] },
): T | undefined =>
  of.renewsPolicyId === '' ? undefined : pagesOf(of, plan).find(({ kind }) => kind === 'health');

/** What is read and confirmed before the payment, a page and a press each. */
export const pagesToRead = <T extends Pick<SaleDocument, 'kind'>>(
  of: Purchase,
  plan: { readonly documents: readonly T[] },
): T[] => {
  const declared = declaredAtPayment(of, plan);
  return pagesOf(of, plan).filter((page) => page !== declared);
};

/** Where a family that was checked goes on: page after page that is to be read, then to where it signs and pays. */
export const goesOnAt = (of: Purchase, plan: Pick<PlanView, 'id' | 'documents'>): string => {
  const next = pagesToRead(of, plan).find((page) => !isConfirmed(of, page));
  return next === undefined
    ? '/packages/buy/pages/pay/pay'
    : `/packages/buy/pages/document/document?planId=${plan.id}&documentId=${next.id}`;
};

/** Whether there is something to come back to: a plan, and people to cover. */
export const isBegun = ({ planId, members }: Purchase): boolean => planId !== '' && members.length > 0;

/**
 * Where a first purchase that was left goes on: at the page that was to be read next, or where it signs and pays. What was
 * checked holds until the first day of cover that it told; after that the family is looked at again.
 */
export const resumesAt = (
  of: Purchase,
  plan: Pick<PlanView, 'id' | 'documents'>,
  today: ChinaDay,
): string => {
  return of.checked.length === 0 || of.startDay <= today
    ? '/packages/buy/pages/members/members'
    : goesOnAt(of, plan);
};

/** What the family pays itself, as it is shown. */
export const ownFenOf = ({ checked, payers, priceFen }: Purchase): number =>
  checked.length === 0 || payers.length === 0 ? priceFen : ownPartOf(payers);

/** What is sent to buy. The same purchase always gives the same text, so that a retry is known as one. */
export const orderOf = (
  of: Purchase,
  place: { referralCode?: string; villageCode?: string },
): Omit<InputOf<typeof buyCover>, 'requestId'> => ({
  ...place,
  planId: of.planId,
  planVersion: of.planVersion,
  priceFen: of.priceFen,
  ...(ownFenOf(of) < of.priceFen ? { ownFen: ownFenOf(of) } : {}),
  ...renewalOf(of),
  ...(of.copies === 1 ? {} : { copies: of.copies }),
  members: insuredOf(of),
  ...holderOf(of),
  phone: of.phone,
  confirmations: of.confirmations,
  ...(of.contact === null ? {} : { contact: of.contact }),
  signatures: of.signatures,
  ...(of.later.length === 0 ? {} : { laterConsents: of.later }),
});

/** A day as kept in the draft; undefined before the check. */
export const startDayOf = (of: Purchase): ChinaDay | undefined =>
  of.startDay === '' ? undefined : of.startDay;
