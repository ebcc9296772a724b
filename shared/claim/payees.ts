import { plainCharacters, writtenName } from '../contract/words';
import type { Place } from '../errors/app-error';
import { ADULT_AGE_YEARS } from '../household/household.schema';
import { splitInProportion, type Fen } from '../money/fen';
import type { Insured } from '../policy/policy.schema';
import { ageOn, type ChinaDay } from '../time/china-day';
import type { ClaimKind, Payee } from './claim.schema';

/** A payee as the rules look at one. */
export interface NamedPayee {
  readonly relation: Payee['relation'];
  readonly holder: string;
  readonly number: string;
  readonly weight: number;
  /** Which photo proves the relation. */
  readonly proofPhoto: number | null;
}

/** The digits of a bank account, however they were typed. */
export const normaliseAccountNumber = plainCharacters;

/** Whether this can be a bank account's number. */
export const isAccountNumber = (text: string): boolean => /^\d{12,19}$/.test(normaliseAccountNumber(text));

/** What of a report decides who may be paid. */
interface Paid {
  readonly personIndex: number;
  readonly kind: ClaimKind;
  readonly photos: readonly string[];
  readonly payees: readonly NamedPayee[];
}

/** As whom somebody is paid: an adult themselves, a minor through a guardian, the dead through beneficiaries or heirs. */
export const payeeRelationsFor = (kind: ClaimKind, personIsAdult: boolean): Payee['relation'][] => {
  if (kind === 'death') return ['heir', 'beneficiary'];
  return personIsAdult ? ['self'] : ['guardian'];
};

/**
 * Whose account is taken without a proof: an adult's own; for a minor the other adults of the policy; after a death
 * nobody's, because every heir or beneficiary proves the relation. Source: domain R13, R26.
 */
export const knownHoldersAmong = (
  insured: readonly PolicyPerson[],
  personIndex: number,
  kind: ClaimKind,
): string[] => {
  const person = insured[personIndex];
  if (!person || kind === 'death') return [];
  if (person.isAdult) return [person.name];
  return insured.filter((one, index) => index !== personIndex && one.isAdult).map((one) => one.name);
};

const wrong = (path: string, message: string): Place => ({ path, code: 'PAYEES_WRONG', message });

/** Who is paid is one person, unless somebody has died. */
const countFaults = ({ kind, payees }: Paid): Place[] =>
  kind !== 'death' && payees.length > 1 ? [wrong('payees', '收款人只能是一位。')] : [];

/** Whether two numbers are of one account, however they were typed. */
const isSameAccount = (one: string, other: string): boolean =>
  normaliseAccountNumber(one) === normaliseAccountNumber(other);

const twiceFaults = (payees: readonly NamedPayee[]): Place[] =>
  payees.flatMap(({ number }, index) =>
    payees.findIndex((one) => isSameAccount(one.number, number)) < index
      ? [wrong(`payees.${String(index)}.number`, '这个卡号和前面一位的一样，请每位填自己的。')]
      : [],
  );

/** What is wrong with another account for one of several payees: each has one of their own. Source: domain R26. */
export const newAccountFaults = (
  payees: readonly Pick<Payee, 'account'>[],
  position: number,
  number: string,
): Place[] => {
  if (!isAccountNumber(number)) return [{ path: 'number', code: 'ACCOUNT_INVALID' }];
  const isAnothers = payees.some(
    ({ account }, index) => index !== position && isSameAccount(account.number, number),
  );
  return isAnothers ? [wrong('number', '这个卡号是另一位收款人的，请每位填自己的。')] : [];
};

/** Somebody of a policy, as far as it decides who may be paid. */
export interface PolicyPerson {
  readonly name: string;
  readonly isAdult: boolean;
}

const payeeFaultsAt = (
  at: string,
  payee: NamedPayee,
  { kind, relations, known, person, photos }: Paid & ReturnType<typeof rulesFor>,
): Place[] => {
  const found: Place[] = [];
  if (!relations.includes(payee.relation)) {
    found.push(wrong(`${at}.relation`, '请重新选收款人和出事的人是什么关系。'));
  }
  if (!isAccountNumber(payee.number)) found.push({ path: `${at}.number`, code: 'ACCOUNT_INVALID' });
  const isThePerson = writtenName(payee.holder) === person.name;
  if (relations.includes('self') ? !isThePerson : isThePerson) {
    const message = kind === 'death' ? '去世的人不能收款，请写继承人或受益人本人的户名。' : undefined;
    found.push({ path: `${at}.holder`, code: 'ACCOUNT_NAME_WRONG', ...(message && { message }) });
  }
  const isUnknown = !relations.includes('self') && !known.includes(writtenName(payee.holder));
  const proof = payee.proofPhoto;
  if (isUnknown && proof === null) {
    found.push(wrong(`${at}.proofPhoto`, '请选一张能证明关系的照片，例如户口本、结婚证。'));
  }
  if (proof !== null && proof >= photos.length) {
    found.push(wrong(`${at}.proofPhoto`, '这张照片已经不在了，请重新选一张。'));
  }
  return found;
};

const rulesFor = (people: readonly PolicyPerson[], person: PolicyPerson, { personIndex, kind }: Paid) => ({
  person,
  relations: payeeRelationsFor(kind, person.isAdult),
  known: knownHoldersAmong(people, personIndex, kind),
});

/**
 * Everything wrong with who is to be paid, each fault at its place: the relation, the name, the account, the proof that
 * each heir, beneficiary or unknown guardian needs. Source: domain R13, R26.
 */
export const payeeFaultsAmong = (people: readonly PolicyPerson[], paid: Paid): Place[] => {
  const person = people[paid.personIndex];
  if (!person) return [];
  const rules = { ...paid, ...rulesFor(people, person, paid) };
  const faults = paid.payees.flatMap((payee, index) =>
    payeeFaultsAt(`payees.${String(index)}`, payee, rules),
  );
  return [...countFaults(paid), ...faults, ...twiceFaults(paid.payees)];
};

/** The same for the people of a stored policy, whose ages are judged today. */
export const payeeFaults = (
  insured: readonly Pick<Insured, 'name' | 'birthDay'>[],
  paid: Paid,
  today: ChinaDay,
): Place[] =>
  payeeFaultsAmong(
    insured.map(({ name, birthDay }) => ({ name, isAdult: ageOn(birthDay, today) >= ADULT_AGE_YEARS })),
    paid,
  );

/** What each payee gets: in proportion to the weights, in whole fen that add up to the sum. Source: domain R26. */
export const payeeSharesOf = (totalFen: Fen, payees: readonly Pick<Payee, 'weight'>[]): Fen[] =>
  totalFen === 0
    ? payees.map(() => 0)
    : splitInProportion(
        totalFen,
        payees.map(({ weight }) => weight),
      );
