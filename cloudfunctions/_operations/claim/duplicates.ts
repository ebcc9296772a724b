import type { AssessmentFacts } from '../../../shared/claim/assessment.schema';
import type { Claim } from '../../../shared/claim/claim.schema';
import {
  duplicateKind,
  invoiceKeys,
  photoKeys,
  type DuplicateKey,
  type DuplicateKind,
  type DuplicateWarning,
} from '../../../shared/claim/duplicates';
import { chinaDayOf } from '../../../shared/time/china-day';
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

/** The marks of a claim's photos and of everything that was entered for it. */
export const marksOf = (
  vault: Vault,
  claim: Pick<Claim, 'countyCode' | 'papers' | 'facts' | 'advance'>,
): string[] =>
  marksFor(vault, claim, [
    ...photoKeys(claim.papers),
    ...invoiceKeys(claim.facts),
    ...invoiceKeys(claim.advance?.facts ?? null),
  ]);

/** The marks of a claim to which something was added: what an earlier decision was taken on keeps its own. */
export const marksWith = (
  vault: Vault,
  claim: Pick<Claim, 'countyCode' | 'papers' | 'facts' | 'advance' | 'marks'>,
): string[] => [...new Set([...claim.marks, ...marksOf(vault, claim)])];

/** One accident's papers serve each of its benefits: to hand the same photo in again for another is no sign. */
const isSameAccident = (one: Claim, other: Claim): boolean =>
  one.personKey === other.personKey && chinaDayOf(one.accidentAt) === chinaDayOf(other.accidentAt);

const isSign = (kind: DuplicateKind, claim: Claim, other: Claim): boolean =>
  other.id !== claim.id &&
  other.state !== 'withdrawn' &&
  !(kind === 'samePhoto' && isSameAccident(claim, other));

/** Keys that stand in this case twice. */
const repeated = (kind: DuplicateKind, keys: readonly DuplicateKey[]): DuplicateKey[] =>
  kind === 'sameNumber'
    ? keys.filter(({ value }) => keys.filter((other) => other.value === value).length > 1)
    : [];

const warningOf = async (
  { read, vault }: Pick<Workshop, 'read' | 'vault'>,
  claim: Claim,
  kind: DuplicateKind,
  keys: readonly DuplicateKey[],
): Promise<DuplicateWarning[]> => {
  const marks = marksFor(vault, claim, keys);
  if (marks.length === 0) return [];
  const found = await read.claims.find({ where: { marks: { in: marks } }, limit: MOST });
  const others = found.filter((other) => isSign(kind, claim, other));
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

/**
 * What of a case, with these facts, was seen in another case of its county: the same photo, the same number, the same
 * amount on the same day. Cases of other counties are never told.
 */
export const duplicateWarnings = async (
  workshop: Pick<Workshop, 'read' | 'vault'>,
  claim: Claim,
  facts: AssessmentFacts | null,
): Promise<DuplicateWarning[]> => {
  const keys = [...photoKeys(claim.papers), ...invoiceKeys(facts)];
  const warnings = await Promise.all(
    duplicateKind.options.map((kind) =>
      warningOf(
        workshop,
        claim,
        kind,
        keys.filter((key) => key.kind === kind),
      ),
    ),
  );
  return warnings.flat();
};
