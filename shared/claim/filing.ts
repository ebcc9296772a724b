import type { Place } from '../errors/app-error';
import type { Policy } from '../policy/policy.schema';
import { chinaDayOf, instantAt, type ChinaDay, type EpochMs } from '../time/china-day';
import { claimableKinds, notCoveredWords, type Claimable } from './claimable-kinds';
import type { ClaimKind } from './claim.schema';
import { payeeFaults, type NamedPayee } from './payees';

/** What a report says of the accident, as far as the rules look at it. */
export interface Telling {
  readonly personIndex: number;
  readonly kind: ClaimKind;
  readonly accidentDay: ChinaDay;
  /** `HH:mm`, China time. */
  readonly accidentTime: string;
  readonly description: string;
  readonly voice: string | null;
}

/** What of a whole report the rules look at. */
export interface Filing extends Telling {
  readonly photos: readonly string[];
  readonly payees: readonly NamedPayee[];
}

/** Fewest characters that tell what happened, where nothing was spoken. */
const MIN_DESCRIPTION = 4;

/** Whether a report tells what happened, in words or by voice. */
export const isTold = ({ description, voice }: Pick<Filing, 'description' | 'voice'>): boolean =>
  voice !== null || description.trim().length >= MIN_DESCRIPTION;

/** Largest photo accepted. */
export const MAX_PHOTO_BYTES = 20 * 1024 * 1024;

/** The path of a stored file inside its bucket; undefined for what is no file id. Source: CloudBase "fileID". */
const pathOfFile = (fileId: string): string | undefined =>
  /^cloud:\/\/[A-Za-z0-9._-]+\/([A-Za-z0-9._/-]+)$/.exec(fileId)?.[1];

/** Whether a file lies in the inbox for claim photos: the only folder clients may write to. */
export const isInboxFile = (fileId: string): boolean => {
  const path = pathOfFile(fileId);
  return path !== undefined && path.startsWith('claims-inbox/') && !path.split('/').includes('..');
};

/**
 * Everything wrong with what a report says of the accident, each fault at its place; judged at the accident, not at filing, under all policies that
 * answer for the person then. Source: domain R10, R14.
 *
 * @param picked the policy on which the family chose the person.
 * @param held what the answering policies cover together; undefined: none answers on that day.
 */
export const tellingFaults = (
  picked: Pick<Policy, 'insured'>,
  held: Claimable | undefined,
  filing: Telling,
  now: EpochMs,
): Place[] => {
  const faults: Place[] = [];
  const person = picked.insured[filing.personIndex];
  if (!person) faults.push({ path: 'personIndex', code: 'PERSON_NOT_INSURED' });
  if (held && !claimableKinds(held).includes(filing.kind)) {
    faults.push({ path: 'kind', code: 'KIND_NOT_COVERED', message: notCoveredWords(held, filing.kind) });
  }
  if (instantAt(filing.accidentDay, filing.accidentTime) > now) {
    faults.push({ path: 'accidentDay', code: 'ACCIDENT_IN_FUTURE' });
  } else if (person && filing.accidentDay < person.birthDay) {
    faults.push({ path: 'accidentDay', code: 'ACCIDENT_BEFORE_BIRTH' });
  } else if (person && !held) {
    faults.push({ path: 'accidentDay', code: 'NOT_COVERED_THAT_DAY' });
  }
  if (!isTold(filing)) faults.push({ path: 'description', code: 'DESCRIPTION_MISSING' });
  return faults;
};

/** The same, and everything wrong with who is to be paid. */
export const filingFaults = (
  picked: Pick<Policy, 'insured'>,
  held: Claimable | undefined,
  filing: Filing,
  now: EpochMs,
): Place[] => [
  ...tellingFaults(picked, held, filing, now),
  ...(picked.insured[filing.personIndex] ? payeeFaults(picked.insured, filing, chinaDayOf(now)) : []),
];
