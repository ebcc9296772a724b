import { payeeInput } from 'shared/claim/file-claim.contract';
import {
  knownHoldersAmong,
  payeeFaultsAmong,
  payeeRelationsFor,
  type PolicyPerson,
} from 'shared/claim/payees';
import { textOf } from 'shared/errors/catalogue';
import type { PolicyView } from 'shared/policy/policy-view';
import { faultIn } from '@/lib/contract/fault-in';
import { newPayee, type ClaimDraft, type Fault, type PayeeDraft } from './claim-draft';
import { subjectOf } from './claimable';

/** What a payee is to the person, in words. */
export const RELATION_TO_PERSON: Readonly<Record<PayeeDraft['relation'], string>> = {
  self: '本人',
  guardian: '监护人',
  heir: '继承人',
  beneficiary: '指定的受益人',
};

/** A payee as the contract takes one; a proof that is gone from the photos counts as none. */
export const payeeIntention = (
  { relation, holder, number, bank, weight, proof }: PayeeDraft,
  photos: ClaimDraft['photos'],
) => {
  const position = proof === '' ? -1 : photos.findIndex(({ path }) => path === proof);
  return {
    relation,
    holder: holder.trim(),
    number: number.trim(),
    bank: bank.trim(),
    weight: Number(weight),
    proofPhoto: position < 0 ? null : position,
  };
};

/** As whom somebody may be paid; nothing while the draft does not say for whom and what. */
const relationsFor = (draft: ClaimDraft, policies: readonly PolicyView[]): PayeeDraft['relation'][] => {
  const { person } = subjectOf(draft, policies);
  return person === undefined || draft.kind === undefined
    ? []
    : payeeRelationsFor(draft.kind, person.isAdult);
};

/** Whose account is taken without a proof. */
export const knownHolders = (draft: ClaimDraft, policies: readonly PolicyView[]): string[] => {
  const { policy } = subjectOf(draft, policies);
  return policy === undefined || draft.kind === undefined
    ? []
    : knownHoldersAmong(policy.insured, draft.personIndex, draft.kind);
};

/**
 * Who is paid, as the law leaves it: what was entered under a relation that no longer fits is dropped; outside a death
 * there is one payee, named where there is no choice.
 */
export const lawfulPayees = (draft: ClaimDraft, policies: readonly PolicyView[]): PayeeDraft[] => {
  const relations = relationsFor(draft, policies);
  const [relation] = relations;
  if (relation === undefined) return draft.payees;
  const fitting = draft.payees.filter((payee) => relations.includes(payee.relation));
  if (draft.kind === 'death') return fitting;
  const known = knownHolders(draft, policies);
  const only = known.length === 1 ? known[0] : undefined;
  const [payee = newPayee(relation)] = fitting;
  return [only !== undefined && payee.holder === '' ? { ...payee, holder: only } : payee];
};

const inputShape = payeeInput.shape;
const FIELDS = ['holder', 'number', 'bank', 'weight'] as const;

/** What is missing in one payee, in the contract's own words. */
const missingIn = (payee: ReturnType<typeof payeeIntention>, index: number): Fault[] =>
  FIELDS.flatMap((field) => {
    const message = faultIn(inputShape[field], payee[field]);
    return message === undefined ? [] : [{ path: `payees.${index}.${field}`, message }];
  });

/** Everything wrong with who is to be paid, each fault at its place; by the same rules that the server uses. */
export const faultsOfPayees = (draft: ClaimDraft, people: readonly PolicyPerson[]): Fault[] => {
  const { kind, personIndex } = draft;
  if (draft.payees.length === 0) return [{ path: 'payees', message: '请加上收款的人。' }];
  const payees = draft.payees.map((payee) => payeeIntention(payee, draft.photos));
  const missing = payees.flatMap(missingIn);
  if (kind === undefined) return missing;
  const photos = draft.photos.map(({ path }) => path);
  const ruled = payeeFaultsAmong(people, { kind, personIndex, payees, photos });
  const isNew = ({ path }: Fault) => !missing.some((fault) => fault.path === path);
  return [
    ...missing,
    ...ruled.map(({ path, code, message }) => ({ path, message: message ?? textOf(code) })).filter(isNew),
  ];
};

/** `3 位，每位一样多`, or each part of the whole: who gets how much, before there is an amount. */
export const shareWords = (payees: readonly PayeeDraft[], index: number): string => {
  const weights = payees.map(({ weight }) => Number(weight));
  if (!weights.every((weight) => Number.isInteger(weight) && weight > 0)) return '';
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return payees.length === 1 ? '全部给这一位' : `${whole} 份里占 ${weights[index] ?? 0} 份`;
};
