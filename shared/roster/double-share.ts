import type { Fen } from '../money/fen';
import type { Roster } from './roster.schema';

/** Rosters that will give money, or may: refused ones give none, issued ones have left their mark on the covers. */
const UNDER_WAY: readonly Roster['state'][] = [
  'checking',
  'checked',
  'accepted',
  'funded',
  'issuing',
  'paused',
];

const isGovernment = ({ sponsor }: Pick<Roster, 'sponsor'>): boolean => sponsor.kind === 'government';

type Giving = Pick<Roster, 'line' | 'year' | 'sponsor'>;

const isSameClass = (one: Giving, other: Giving): boolean =>
  one.line === other.line && one.year === other.year && isGovernment(one) === isGovernment(other);

/**
 * Whether promises that a finished roster made would be doubled where the families have not bought yet. Whole policies
 * it gave have left their mark on the covers. Source: domain R11.
 */
export const doublesPromise = (one: Giving, other: Giving & Pick<Roster, 'state' | 'isFullGift'>): boolean =>
  other.state === 'issued' && !other.isFullGift && isSameClass(one, other);

/**
 * Whether one roster's share of a household doubles another's: the same line and year, and either both from a
 * government or neither, or together more than the price. Source: domain R11.
 */
export const doublesShare = (
  one: Pick<Roster, 'line' | 'year' | 'sponsor' | 'shareFen'>,
  other: Pick<Roster, 'line' | 'year' | 'sponsor' | 'shareFen' | 'state'>,
  priceFen: Fen,
): boolean =>
  one.line === other.line &&
  one.year === other.year &&
  UNDER_WAY.includes(other.state) &&
  (isGovernment(one) === isGovernment(other) || one.shareFen + other.shareFen > priceFen);
