import type { AssessmentFacts } from '../../../shared/claim/assessment.schema';
import type { Claim } from '../../../shared/claim/claim.schema';
import {
  invoiceKeys,
  isSameAccident,
  photoKeys,
  repeatedDays,
  stayKeys,
  staysOf,
  type DuplicateKey,
  type DuplicateKind,
  type DuplicateWarning,
} from '../../../shared/claim/duplicates';
import { overlap } from '../../../shared/claim/hospital-stays';
import { deriveSecretId } from '../../_core/ids';
import type { Workshop } from '../../_core/operation';
import type { Vault } from '../../_core/vault';

/** Cases looked at for one kind of sign: more than anybody would read. */
const MOST = 50;

/** A sign as it is stored: keyed, so that no number can be read from it, and of its county, which alone finds it. */
const markOf = (
  vault: Vault,
  { countyCode }: Pick<Claim, 'countyCode'>,
  { kind, value }: DuplicateKey,
): string => deriveSecretId(vault, 'mrk', countyCode, kind, value);

const marksFor = (
  vault: Vault,
  claim: Pick<Claim, 'countyCode'>,
  keys: readonly DuplicateKey[],
): string[] => [...new Set(keys.map((key) => markOf(vault, claim, key)))];

type Marked = Pick<Claim, 'countyCode' | 'personKey' | 'papers' | 'facts' | 'advance'>;

/** The marks of a claim's photos and of everything that was entered for it. */
export const marksOf = (vault: Vault, claim: Marked): string[] =>
  marksFor(vault, claim, [
    ...photoKeys(claim.papers),
    ...[claim.facts, claim.advance?.facts ?? null].flatMap((facts) => [
      ...invoiceKeys(facts),
      ...stayKeys(claim, facts),
    ]),
  ]);

/** The marks of a claim to which something was added: what an earlier decision was taken on keeps its own. */
export const marksWith = (vault: Vault, claim: Marked & Pick<Claim, 'marks'>): string[] => [
  ...new Set([...claim.marks, ...marksOf(vault, claim)]),
];

/** One accident's papers serve each of its benefits: to hand the same photo in again for another is no sign. */
const isSign = (kind: DuplicateKind, claim: Claim, other: Claim): boolean =>
  other.id !== claim.id &&
  other.state !== 'withdrawn' &&
  !(kind === 'samePhoto' && isSameAccident(claim, other));

/** Keys that stand in this case twice. */
const repeated = (kind: DuplicateKind, keys: readonly DuplicateKey[]): DuplicateKey[] =>
  kind === 'sameNumber'
    ? keys.filter(({ value }) => keys.filter((other) => other.value === value).length > 1)
    : [];

type Reading = Pick<Workshop, 'read' | 'vault'>;

/** Other cases of the county that bear one of these marks. */
const othersWith = async (
  { read, vault }: Reading,
  claim: Claim,
  kind: DuplicateKind,
  keys: readonly DuplicateKey[],
): Promise<Claim[]> => {
  const marks = marksFor(vault, claim, keys);
  if (marks.length === 0) return [];
  const found = await read.claims.find({ where: { marks: { in: marks } }, limit: MOST });
  return found.filter((other) => isSign(kind, claim, other));
};

const warningOf = async (
  reading: Reading,
  claim: Claim,
  kind: DuplicateKind,
  all: readonly DuplicateKey[],
): Promise<DuplicateWarning[]> => {
  const { vault } = reading;
  const keys = all.filter((key) => key.kind === kind);
  const others = await othersWith(reading, claim, kind, keys);
  const twice = repeated(kind, keys);
  const seen = new Set(others.flatMap((other) => other.marks));
  const signs = keys.filter((key) => twice.includes(key) || seen.has(markOf(vault, claim, key)));
  if (signs.length === 0) return [];
  const own = twice.length > 0 ? [claim.number] : [];
  return [
    {
      kind,
      places: signs.map(({ place }) => place),
      claimNumbers: [...own, ...others.map(({ number }) => number).sort()],
    },
  ];
};

/** Stays of the facts that stand, and of what was paid in advance of them. */
const claimedStays = ({ facts, advance }: Claim) => [...staysOf(facts), ...staysOf(advance?.facts ?? null)];

/** Days in hospital that other cases of the same person claim too, case by case. */
const stayWarnings = async (
  reading: Reading,
  claim: Claim,
  facts: AssessmentFacts | null,
): Promise<DuplicateWarning[]> => {
  const stays = staysOf(facts);
  const others = await othersWith(reading, claim, 'sameStay', stayKeys(claim, facts));
  return others
    .sort((one, other) => one.reportedAt - other.reportedAt)
    .flatMap((other) => {
      const theirs = claimedStays(other);
      const days = repeatedDays({ ...claim, stays }, { ...other, stays: theirs });
      if (days.length === 0) return [];
      const places = stays.flatMap((stay, place) =>
        theirs.some((one) => overlap(stay, one)) ? [place] : [],
      );
      return [{ kind: 'sameStay' as const, places, claimNumbers: [other.number], days }];
    });
};

/**
 * What of a case, with these facts, was seen in another case of its county: the same photo, the same number, the same
 * amount on the same day, the same days of a person in hospital. Cases of other counties are never told.
 */
export const duplicateWarnings = async (
  reading: Reading,
  claim: Claim,
  facts: AssessmentFacts | null,
): Promise<DuplicateWarning[]> => {
  const keys = [...photoKeys(claim.papers), ...invoiceKeys(facts)];
  const warnings = await Promise.all([
    warningOf(reading, claim, 'samePhoto', keys),
    warningOf(reading, claim, 'sameNumber', keys),
    warningOf(reading, claim, 'sameAmountAndDay', keys),
    stayWarnings(reading, claim, facts),
  ]);
  return warnings.flat();
};
