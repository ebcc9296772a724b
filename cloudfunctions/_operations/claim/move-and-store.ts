import { moveClaim, type Claim, type Mover } from '../../../shared/claim/claim.schema';
import { withClocks } from '../../../shared/claim/claim-clocks';
import type { ClaimState } from '../../../shared/claim/claim-state';
import { AppError } from '../../../shared/errors/app-error';
import type { EpochMs } from '../../../shared/time/china-day';
import type { WorkingCalendar } from '../../../shared/time/working-days';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import type { Ports } from '../../_core/ports/ports';
import { claimProgressMessage } from '../message/claim-messages';

/** When a change happens, and the calendar that its clocks are counted by. */
export interface Moment {
  readonly at: EpochMs;
  readonly calendar: WorkingCalendar;
}

/** Now. Taken once, before the transaction: the work inside may run several times. */
export const momentOf = ({ clock, calendar }: Pick<Ports, 'clock' | 'calendar'>): Moment => ({
  at: clock.now(),
  calendar,
});

interface Move {
  readonly to: ClaimState;
  readonly by: Mover;
  /** Whom the audit names: staff, household or timer. */
  readonly actor: string;
  readonly moment: Moment;
  readonly reason?: string | undefined;
  readonly changes?: Partial<Claim> | undefined;
}

/**
 * Moves a claim and stores all that belongs to the step: the claim with its clocks set anew, its audit row, the family's
 * message. Throws CLAIM_STATE_WRONG for a step that is not legal now.
 */
export const moveAndStore = async (tx: WriteStores, from: Claim, move: Move): Promise<Claim> => {
  const { moment, by, reason } = move;
  const stepped = moveClaim(from, move.to, { at: moment.at, by, reason }, move.changes);
  if (!stepped) throw new AppError('CLAIM_STATE_WRONG');
  const moved = withClocks(stepped, moment.calendar, moment.at);
  await tx.claims.put(moved);
  await appendAudit(tx, { action: `claim.${move.to}`, record: moved, actor: move.actor, at: moment.at });
  const message = claimProgressMessage(moved, moment.at);
  if (message) await tx.messages.create(message);
  return moved;
};

interface Change {
  /** What the audit calls it, after `claim.`. */
  readonly action: string;
  readonly actor: string;
  readonly moment: Moment;
  readonly changes: Partial<Claim>;
}

/** Changes a claim that stays in its state: a new version, so that nobody saves over it, its clocks and its audit row. */
export const changeAndStore = async (tx: WriteStores, from: Claim, change: Change): Promise<Claim> => {
  const { moment } = change;
  const changed = withClocks(
    { ...from, ...change.changes, version: from.version + 1 },
    moment.calendar,
    moment.at,
  );
  await tx.claims.put(changed);
  await appendAudit(tx, {
    action: `claim.${change.action}`,
    record: changed,
    actor: change.actor,
    at: moment.at,
  });
  return changed;
};
