import type { Fen } from '../money/fen';
import type { Roster } from '../roster/roster.schema';

/**
 * What of a confirmed transfer belongs to the sponsor again: neither promised to a household nor used, and what came back
 * from cancelled policies; 0 before it is confirmed. Source: domain R11, R12.
 */
export const restOf = ({ transfer, money }: Pick<Roster, 'transfer' | 'money'>): Fen =>
  transfer === null || transfer.confirmedAt === null
    ? 0
    : transfer.amountFen - money.pledgedFen - money.usedFen + money.returnedFen;

/** States in which a roster is of interest to who watches the money, those to do something about first. */
export const MONEY_STATES = [
  'accepted',
  'funded',
  'paused',
  'issuing',
  'issued',
] as const satisfies readonly Roster['state'][];
