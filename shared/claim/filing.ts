import { plainCharacters, writtenName } from '../contract/words';
import type { Place } from '../errors/app-error';
import { ADULT_AGE_YEARS } from '../household/household.schema';
import { isCoveredAt } from '../policy/cover-period';
import { listedAt } from '../policy/listed-at';
import type { Insured, Policy } from '../policy/policy.schema';
import { ageOn, chinaDayOf, instantAt, type ChinaDay, type EpochMs } from '../time/china-day';
import { claimableKinds, notCoveredWords } from './claimable-kinds';
import type { ClaimKind } from './claim.schema';

/** What of a report the rules look at. */
export interface Filing {
  readonly personIndex: number;
  readonly kind: ClaimKind;
  readonly accidentDay: ChinaDay;
  /** `HH:mm`, China time. */
  readonly accidentTime: string;
  readonly account: { readonly holder: string; readonly number: string };
}

/** Largest photo accepted. */
export const MAX_PHOTO_BYTES = 20 * 1024 * 1024;

/** The digits of a bank account, however they were typed. */
export const normaliseAccountNumber = plainCharacters;

/** Whether this can be a bank account's number. */
export const isAccountNumber = (text: string): boolean => /^\d{12,19}$/.test(normaliseAccountNumber(text));

/** The path of a stored file inside its bucket; undefined for what is no file id. Source: CloudBase "fileID". */
const pathOfFile = (fileId: string): string | undefined =>
  /^cloud:\/\/[A-Za-z0-9._-]+\/([A-Za-z0-9._/-]+)$/.exec(fileId)?.[1];

/** Whether a file lies in the inbox for claim photos: the only folder clients may write to. */
export const isInboxFile = (fileId: string): boolean => {
  const path = pathOfFile(fileId);
  return path !== undefined && path.startsWith('claims-inbox/') && !path.split('/').includes('..');
};

/**
 * Who may receive the money: an adult for themselves; for a minor, and after a death, an adult of the same policy who
 * is not the insured person. Source: domain R13, R26.
 */
export const lawfulHoldersAmong = (
  insured: readonly { readonly name: string; readonly isAdult: boolean }[],
  personIndex: number,
  kind: ClaimKind,
): string[] => {
  const person = insured[personIndex];
  if (!person) return [];
  if (kind !== 'death' && person.isAdult) return [person.name];
  return insured.filter((one, index) => index !== personIndex && one.isAdult).map((one) => one.name);
};

/** The same from a policy's records, by age on a day. */
export const lawfulHolders = (
  insured: readonly Pick<Insured, 'name' | 'birthDay'>[],
  personIndex: number,
  kind: ClaimKind,
  today: ChinaDay,
): string[] =>
  lawfulHoldersAmong(
    insured.map(({ name, birthDay }) => ({ name, isAdult: ageOn(birthDay, today) >= ADULT_AGE_YEARS })),
    personIndex,
    kind,
  );

/** A newborn whose cover began after an instant. Source: domain R3, R14. */
const isListedLater = (
  policy: Pick<Policy, 'insured' | 'additions'>,
  personIndex: number,
  instant: EpochMs,
): boolean => personIndex < policy.insured.length && personIndex >= listedAt(policy, instant).length;

/**
 * Everything wrong with a report, each fault at its place; judged at the accident, not at filing, and by the cover that
 * a cancellation left. Source: domain R14.
 */
export const filingFaults = (
  policy: Pick<Policy, 'insured' | 'additions' | 'startAt' | 'endAt' | 'medicalLimitFen'>,
  filing: Filing,
  now: EpochMs,
): Place[] => {
  const faults: Place[] = [];
  const accidentAt = instantAt(filing.accidentDay, filing.accidentTime);
  const person = policy.insured[filing.personIndex];
  if (!person) faults.push({ path: 'personIndex', code: 'PERSON_NOT_INSURED' });
  const held = person && { ...policy, accidentShareFen: person.accidentShareFen };
  if (held && !claimableKinds(held).includes(filing.kind)) {
    faults.push({ path: 'kind', code: 'KIND_NOT_COVERED', message: notCoveredWords(held, filing.kind) });
  }
  if (accidentAt > now) {
    faults.push({ path: 'accidentDay', code: 'ACCIDENT_IN_FUTURE' });
  } else if (!isCoveredAt(policy, accidentAt) || isListedLater(policy, filing.personIndex, accidentAt)) {
    faults.push({ path: 'accidentDay', code: 'NOT_COVERED_THAT_DAY' });
  }
  if (!isAccountNumber(filing.account.number)) {
    faults.push({ path: 'account.number', code: 'ACCOUNT_INVALID' });
  }
  const holders = lawfulHolders(policy.insured, filing.personIndex, filing.kind, chinaDayOf(now));
  if (person && !holders.includes(writtenName(filing.account.holder))) {
    faults.push({ path: 'account.holder', code: 'ACCOUNT_NAME_WRONG' });
  }
  return faults;
};
