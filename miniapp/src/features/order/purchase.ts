import { readIdentity } from 'shared/household/identity-facts';
import { memberInput, type MemberInput } from 'shared/household/member.schema';
import type { InputOf, OutputOf } from 'shared/contract/contract';
import type { checkFamily } from 'shared/household/check-family.contract';
import type { buyCover } from 'shared/order/buy-cover.contract';
import { strokes, type Strokes } from 'shared/order/order.schema';
import { isWrittenName } from 'shared/order/written-name';
import type { SaleDocument } from 'shared/product/plan.schema';
import { pagesToConfirm } from 'shared/product/sale-pages';
import type { ChinaDay } from 'shared/time/china-day';
import { z } from 'shared/zod';
import { useDraft, type Draft } from '@/lib/storage/draft';

const purchase = z.object({
  /** How many of the family are reckoned with before anybody is named. */
  people: z.int(),
  /** The plan as it was shown when it was chosen; empty before. */
  planId: z.string(),
  planVersion: z.int(),
  priceFen: z.int(),
  /** The policy that is to go on; empty for a first purchase. */
  renewsPolicyId: z.string(),
  members: z.array(memberInput),
  /** ID numbers of those on the renewed policy: consent to their data stands. */
  consented: z.array(z.string()),
  phone: z.string(),
  /** Whether the family of the last purchase was already put in. */
  prefilled: z.boolean(),
  /** What the last check by the cloud found, each at its place. */
  faults: z.array(z.object({ path: z.string(), message: z.string() })),
  /** Who is covered for how much, and who must sign; empty before a check. */
  checked: z.array(z.object({ name: z.string(), mustSign: z.boolean(), shareFen: z.int() })),
  /** First day of cover as of the check; empty before. */
  startDay: z.string(),
  confirmations: z.array(z.object({ documentId: z.string(), version: z.string(), sha256: z.string() })),
  signatures: z.array(z.object({ memberIndex: z.int(), strokes })),
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
  renewsPolicyId: '',
  members: [],
  consented: [],
  phone: '',
  prefilled: false,
  faults: [],
  checked: [],
  startDay: '',
  confirmations: [],
  signatures: [],
};

/** The one purchase that this phone keeps, over all pages of buying and over closing the app. */
export const usePurchase = (): Draft<Purchase> => useDraft('purchase', purchase, emptyPurchase);

/**
 * Another plan, the same plan in another version, or to renew another policy: what was confirmed and signed before no
 * longer counts.
 */
export const choosePlan = (
  before: Purchase,
  plan: { id: string; version: number; priceFen: number },
  renewsPolicyId = '',
): Partial<Purchase> => {
  const chosen = {
    planId: plan.id,
    planVersion: plan.version,
    priceFen: plan.priceFen,
    renewsPolicyId,
    ...(renewsPolicyId === '' ? { consented: [] } : {}),
  };
  const same =
    before.planId === plan.id &&
    before.planVersion === plan.version &&
    before.renewsPolicyId === renewsPolicyId;
  return same ? chosen : { ...chosen, confirmations: [], checked: [], signatures: [], faults: [] };
};

/** What names the renewal to the cloud; nothing for a first purchase. */
export const renewalOf = ({ renewsPolicyId }: Purchase): { renewsPolicyId?: string } =>
  renewsPolicyId === '' ? {} : { renewsPolicyId };

/** What the cloud's check of a family found, as it is kept. */
export const checkedFamily = ({ startDay, members }: OutputOf<typeof checkFamily>): Partial<Purchase> => ({
  faults: [],
  startDay,
  checked: members.map(({ name, mustSign, accidentShareFen }) => ({
    name,
    mustSign,
    shareFen: accidentShareFen,
  })),
});

/** Another list of people: signatures and checks belong to the list they were given for. */
export const changeMembers = (members: MemberInput[]): Partial<Purchase> => ({
  members,
  people: Math.max(1, members.length),
  checked: [],
  signatures: [],
});

/** Keeps the confirmation of one page, once. */
export const confirm = (before: Purchase, confirmed: Confirmation): Partial<Purchase> => ({
  confirmations: [
    ...before.confirmations.filter(({ documentId }) => documentId !== confirmed.documentId),
    confirmed,
  ],
});

/** Whether this very version of a page was confirmed. */
export const isConfirmed = (of: Purchase, page: { id: string; sha256: string }): boolean =>
  of.confirmations.some(({ documentId, sha256 }) => documentId === page.id && sha256 === page.sha256);

/** What is read and confirmed one by one for this family; what a child's data need once its birth day is known. */
export const pagesOf = <T extends Pick<SaleDocument, 'kind'>>(
  of: Purchase,
  plan: { readonly documents: readonly T[] },
): T[] =>
  pagesToConfirm(plan.documents, {
    // Ages are reckoned on the first day of cover, which the check of the family tells.
    members: of.startDay === '' ? [] : of.members.flatMap((member) => readIdentity(member).facts ?? []),
    startDay: of.startDay,
    hasConsented:
      of.members.length > 0 && of.members.every(({ idNumber }) => of.consented.includes(idNumber)),
  });

/** Keeps, or with no strokes takes back, the signature of one person. */
export const sign = (before: Purchase, memberIndex: number, written: Strokes): Partial<Purchase> => ({
  signatures: [
    ...before.signatures.filter((signature) => signature.memberIndex !== memberIndex),
    ...(written.length === 0 ? [] : [{ memberIndex, strokes: written }]),
  ].sort((one, other) => one.memberIndex - other.memberIndex),
});

/** Positions of those who must sign, in the order of the list. */
export const signersOf = (of: Purchase): number[] =>
  of.checked.flatMap(({ mustSign }, position) => (mustSign ? [position] : []));

/** Whether every adult has written their name. */
export const isSigned = (of: Purchase): boolean =>
  of.checked.length > 0 &&
  signersOf(of).every((position) =>
    of.signatures.some(
      ({ memberIndex, strokes: written }) => memberIndex === position && isWrittenName(written),
    ),
  );

/** What is sent to buy. The same purchase always gives the same text, so that a retry is known as one. */
export const orderOf = (
  of: Purchase,
  referralCode: string | undefined,
): Omit<InputOf<typeof buyCover>, 'requestId'> => ({
  ...(referralCode === undefined ? {} : { referralCode }),
  planId: of.planId,
  planVersion: of.planVersion,
  priceFen: of.priceFen,
  ...renewalOf(of),
  members: of.members,
  phone: of.phone,
  confirmations: of.confirmations,
  signatures: of.signatures,
});

/** A day as kept in the draft; undefined before the check. */
export const startDayOf = (of: Purchase): ChinaDay | undefined =>
  of.startDay === '' ? undefined : of.startDay;
