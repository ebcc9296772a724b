import type { Place } from '../errors/app-error';
import { isCoveredAt } from '../policy/cover-period';
import { listedAt } from '../policy/listed-at';
import type { Policy } from '../policy/policy.schema';
import { chinaDayOf, instantAt, type ChinaDay, type EpochMs } from '../time/china-day';
import { claimableKinds, notCoveredWords } from './claimable-kinds';
import type { ClaimKind } from './claim.schema';
import { payeeFaults, type NamedPayee } from './payees';

/** What of a report the rules look at. */
export interface Filing {
  readonly personIndex: number;
  readonly kind: ClaimKind;
  readonly accidentDay: ChinaDay;
  /** `HH:mm`, China time. */
  readonly accidentTime: string;
  readonly description: string;
  readonly voice: string | null;
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
  } else if (person && filing.accidentDay < person.birthDay) {
    faults.push({ path: 'accidentDay', code: 'ACCIDENT_BEFORE_BIRTH' });
  } else if (!isCoveredAt(policy, accidentAt) || isListedLater(policy, filing.personIndex, accidentAt)) {
    faults.push({ path: 'accidentDay', code: 'NOT_COVERED_THAT_DAY' });
  }
  if (!isTold(filing)) faults.push({ path: 'description', code: 'DESCRIPTION_MISSING' });
  const today = chinaDayOf(now);
  return [...faults, ...(person ? payeeFaults(policy.insured, filing, today) : [])];
};
